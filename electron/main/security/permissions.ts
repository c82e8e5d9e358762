import type { Session, WebContents } from 'electron';
import { isStationUrl } from './trusted-frame.ts';

/** The page's camera is the only thing a permission is ever given for: video alone, our page, its top frame. */
export type MediaAsk = { readonly permission: string; readonly url: string | undefined; readonly isMainFrame: boolean; readonly mediaTypes: readonly string[] };

export const mayUse = (ask: MediaAsk): boolean =>
  ask.permission === 'media' && ask.isMainFrame && isStationUrl(ask.url) && ask.mediaTypes.length > 0 && ask.mediaTypes.every((type) => type === 'video');

/** Before the page loads. HID, serial and USB belong to device-host: the page never sees a device. */
export function restrictPermissions(session: Session, isOurs: (contents: WebContents | null) => boolean): void {
  session.setPermissionRequestHandler((contents, permission, answer, details) => {
    const mediaTypes = 'mediaTypes' in details ? (details.mediaTypes ?? []) : [];
    answer(isOurs(contents) && mayUse({ permission, url: details.requestingUrl, isMainFrame: details.isMainFrame, mediaTypes }));
  });
  session.setPermissionCheckHandler((contents, permission, origin, details) => {
    const mediaTypes = details.mediaType === undefined ? [] : [details.mediaType];
    return isOurs(contents) && mayUse({ permission, url: details.requestingUrl ?? origin, isMainFrame: details.isMainFrame, mediaTypes });
  });
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}));
}
