import type { Scan, ScanFault } from '../../electron/contract/scan.ts';
import { MAX_SCAN_CHARACTERS } from '../../electron/contract/scan.ts';
import type { ReadCode, ReaderDevice } from '../../drivers/contract/driver.ts';
import type { DeviceEntry } from './device-session.ts';

export type ScanListener = { readonly onScan: (scan: Scan) => void; readonly onFault: (fault: ScanFault) => void };

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Hears every open code reader and tells whoever wants to know. Codes are passed on, never kept and never logged: they name people. */
export class ScanDesk {
  readonly #listeners = new Set<ScanListener>();

  onScan(listener: ScanListener): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** The entry of a reader that is listened to from the moment it is open. */
  listening(entry: DeviceEntry<ReaderDevice>): DeviceEntry<ReaderDevice> {
    const { id: deviceId } = entry.identity;
    return {
      ...entry,
      open: async () => {
        const opened = await entry.open();
        if (opened.ok) {
          const stop = opened.value.listen({ onCode: (code) => this.#hear(deviceId, code), onFault: (why) => this.#fault({ deviceId, why }) });
          void opened.value.closed.then(stop);
        }
        return opened;
      },
    };
  }

  #hear(deviceId: string, { bytes, symbology }: ReadCode): void {
    const text = textOf(bytes);
    if (text === undefined) return this.#fault({ deviceId, why: 'not-text' });
    if (text.length > MAX_SCAN_CHARACTERS) return this.#fault({ deviceId, why: 'too-long' });
    for (const { onScan } of this.#listeners) onScan({ deviceId, symbology, text });
  }

  #fault(fault: ScanFault): void {
    for (const { onFault } of this.#listeners) onFault(fault);
  }
}

function textOf(bytes: Uint8Array): string | undefined {
  try {
    const text = utf8.decode(bytes);
    return text === '' ? undefined : text;
  } catch {
    return undefined;
  }
}
