import { expect, it } from 'vitest';
import { allowCommand } from './udev.ts';

it('says what to type so that a HID pad may be used', () => {
  expect(allowCommand({ bus: 'hid', vendorId: 0x056a, productId: 0x00a5 })).toBe(
    'echo \'KERNEL=="hidraw*", ATTRS{idVendor}=="056a", ATTRS{idProduct}=="00a5", TAG+="uaccess"\' | sudo tee -a /etc/udev/rules.d/70-tram-can-cuoc.rules && sudo udevadm control --reload && sudo udevadm trigger');
});

it('names the group for a serial port that is no USB device', () => {
  expect(allowCommand({ bus: 'serial', vendorId: undefined, productId: undefined })).toBe('sudo usermod -aG dialout "$USER"');
  expect(allowCommand({ bus: 'serial', vendorId: 0x1a86, productId: 0x7523 })).toContain('SUBSYSTEM=="tty", ATTRS{idVendor}=="1a86", ATTRS{idProduct}=="7523"');
});
