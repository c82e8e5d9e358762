const STATION = { protocol: 'app:', host: 'station' } as const;
export const STATION_URL = 'app://station/';
export const CITIZEN_URL = 'app://station/citizen.html';

/** Compares protocol and host: in Node `new URL('app://station/').origin` is the string "null", which `app://evil/` has too. */
export function isStationUrl(url: unknown): boolean {
  if (typeof url !== 'string' || !URL.canParse(url)) return false;
  const { protocol, host, username, password } = new URL(url);
  return protocol === STATION.protocol && host === STATION.host && username === '' && password === '';
}

/** The little of Electron's WebFrameMain that the check needs. */
export type Frame = { readonly url: string; readonly parent: Frame | null; readonly routingId: number; readonly processId: number };
export type Sender = { readonly frame: Frame | null; readonly mainFrame: Frame };

/**
 * Whether a message comes from the top frame of our own page. `frame` is null when the frame is gone or has navigated
 * since it sent the message; such a message is nobody's.
 */
export function isTrustedSender({ frame, mainFrame }: Sender): boolean {
  if (frame === null || frame.parent !== null) return false;
  return frame.routingId === mainFrame.routingId && frame.processId === mainFrame.processId && isStationUrl(frame.url);
}
