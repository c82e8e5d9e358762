import { describe, expect, it } from 'vitest';
import { parseDeviceLines } from './device-lines.ts';

describe('the station’s list of devices on lines', () => {
  it('names driver, options and place', () => {
    expect(parseDeviceLines(' topaz:siglite-1x5@/dev/ttyUSB0; code:115200@usb:05E0:1701;escpos:w576@tcp:192.168.1.40:9100 ; zfm@COM4;')).toEqual({ ok: true, value: [
      { driver: 'topaz', options: ['siglite-1x5'], place: { kind: 'port', path: '/dev/ttyUSB0' } },
      { driver: 'code', options: ['115200'], place: { kind: 'usb', vendorId: 0x05e0, productId: 0x1701 } },
      { driver: 'escpos', options: ['w576'], place: { kind: 'tcp', host: '192.168.1.40', port: 9100 } },
      { driver: 'zfm', options: [], place: { kind: 'port', path: 'COM4' } },
    ] });
    expect(parseDeviceLines('')).toEqual({ ok: true, value: [] });
  });

  it.each(['topaz@/dev/ttyUSB0', 'topaz:unknown@/dev/ttyUSB0', 'zfm@tcp:host:9100', 'escpos@tcp:host:0', 'escpos@tcp:host:70000', 'printer@/dev/ttyS0', 'code@../etc/passwd', 'code@/dev/../etc', 'code', '@/dev/ttyS0', 'code:5@/dev/ttyS0'])('refuses %s and says which entry', (entry) => {
    expect(parseDeviceLines(`zfm@/dev/ttyUSB1;${entry}`)).toEqual({ ok: false, error: entry });
  });

  it('refuses more lines than a counter can have', () => {
    expect(parseDeviceLines(Array.from({ length: 17 }, (_, n) => `zfm@/dev/ttyUSB${n}`).join(';')).ok).toBe(false);
  });
});
