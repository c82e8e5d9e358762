import { describe } from 'vitest';
import { codeReader } from '../../drivers/code-reader/code-reader.ts';
import { MAX_CODE_BYTES, encodeHidPos } from '../../drivers/code-reader/protocol.ts';
import { systemClock as clock } from '../../native-bridges/device-host/system-clock.ts';
import { describeReader } from './reader-device-contract.ts';
import { wirePair } from './wire-pair.ts';

const identity = { id: 'reader-1', maker: 'Test', model: 'reader', serial: '1', driver: 'code-reader', simulated: true };
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('code-reader', () => {
  describeReader({
    name: 'code-reader on a serial line',
    connect: () => {
      const { host, device, unplug } = wirePair();
      return { reader: codeReader(host, { identity, wire: 'serial', clock }), unplug, hold: (text) => device.write(utf8(`]Q1${text}\r`)), spoil: () => device.write(utf8(`${'x'.repeat(MAX_CODE_BYTES + 9)}\r`)) };
    },
  });

  describeReader({
    name: 'code-reader by HID POS',
    connect: () => {
      const { host, device, unplug } = wirePair();
      const send = async (reports: readonly Uint8Array[]): Promise<void> => {
        for (const report of reports) await device.write(report);
      };
      return { reader: codeReader(host, { identity, wire: 'hid-pos', clock }), unplug, hold: (text) => send(encodeHidPos(utf8(text))), spoil: () => send([Uint8Array.of(2, 255)]) };
    },
  });
});
