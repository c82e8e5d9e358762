/** What the system has to let this program use. `vendorId` and `productId` where the device hangs on USB. */
export type Forbidden =
  | { readonly bus: 'hid'; readonly vendorId: number; readonly productId: number }
  | { readonly bus: 'serial'; readonly vendorId: number | undefined; readonly productId: number | undefined };

const RULES_FILE = '/etc/udev/rules.d/70-tram-can-cuoc.rules';
const hex = (id: number): string => id.toString(16).padStart(4, '0');

/** The udev rule that gives a device to whoever sits at the machine (systemd's `uaccess`), in its own line. */
export function udevRule({ bus, vendorId, productId }: Forbidden): string {
  const node = bus === 'hid' ? 'KERNEL=="hidraw*"' : 'SUBSYSTEM=="tty"';
  const which = vendorId === undefined || productId === undefined ? '' : `, ATTRS{idVendor}=="${hex(vendorId)}", ATTRS{idProduct}=="${hex(productId)}"`;
  return `${node}${which}, TAG+="uaccess"`;
}

/**
 * What a technician types so that the device may be used from then on. A serial port that is no USB device is left to the
 * group that owns such ports.
 */
export function allowCommand(device: Forbidden): string {
  if (device.bus === 'serial' && device.vendorId === undefined) return 'sudo usermod -aG dialout "$USER"';
  return `echo '${udevRule(device)}' | sudo tee -a ${RULES_FILE} && sudo udevadm control --reload && sudo udevadm trigger`;
}
