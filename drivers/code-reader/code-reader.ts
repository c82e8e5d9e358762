import type { DeviceIdentity, DriverEnvironment, ReaderDevice, Transport } from '../contract/driver.ts';
import { CodeLines, HidPosCodes } from './protocol.ts';

/** A reader sends a code in one go; after this much silence an unfinished one is dropped. */
const GAP_MS = 300;
type Listener = Parameters<ReaderDevice['listen']>[0];

/** Listens to a reader on a serial line (8N1). @returns how to stop */
export function listenSerialCodes(transport: Transport, { onCode, onFault }: Listener, clock: DriverEnvironment['clock']): () => void {
  const lines = new CodeLines();
  let heardMs = clock.now();
  return transport.onData((bytes) => {
    const now = clock.now();
    if (now - heardMs > GAP_MS) lines.gap();
    heardMs = now;
    for (const code of lines.push(bytes)) {
      if (code.ok) onCode(code.value);
      else onFault(code.error);
    }
  });
}

/** Listens to a HID POS reader. @returns how to stop */
export function listenHidPosCodes(transport: Transport, { onCode, onFault }: Listener): () => void {
  const codes = new HidPosCodes();
  return transport.onData((report) => {
    const code = codes.push(report);
    if (code === undefined) return;
    if (code.ok) onCode(code.value);
    else onFault(code.error);
  });
}

type Setup = { readonly identity: DeviceIdentity; readonly wire: 'serial' | 'hid-pos'; readonly clock: DriverEnvironment['clock'] };

/** A code reader on an open wire. */
export const codeReader = (transport: Transport, { identity, wire, clock }: Setup): ReaderDevice => ({
  identity,
  closed: transport.closed,
  listen: (listener) => (wire === 'serial' ? listenSerialCodes(transport, listener, clock) : listenHidPosCodes(transport, listener)),
  close: () => Promise.resolve(transport[Symbol.asyncDispose]()),
});
