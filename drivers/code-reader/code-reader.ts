import type { DriverEnvironment, Transport } from '../contract/driver.ts';
import { CodeLines, HidPosCodes, type ReadCode } from './protocol.ts';

/** A reader sends a code in one go; after this much silence an unfinished one is dropped. */
const GAP_MS = 300;
export type CodeHeard = (code: ReadCode) => void;
export type CodeFault = (why: 'too-long' | 'not-a-scan') => void;
type Listener = { readonly onCode: CodeHeard; readonly onFault: CodeFault };

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
