import { parseDeviceLines } from '../../electron/core/device/device-lines.ts';
import { AppError } from '../../electron/core/errors/app-error.ts';
import { err, ok } from '../../electron/core/result/result.ts';
import type { StillSlot } from '../../electron/core/dossier/capture-slots.ts';
import type { CaptureDevice, DeviceKind } from '../../drivers/contract/driver.ts';
import { hidSource } from '../../native-bridges/device-host/discovery/hid-source.ts';
import { lineSource } from '../../native-bridges/device-host/discovery/line-source.ts';
import { decodeLiveJpeg, decodePicture } from '../../native-bridges/device-host/discovery/sbi-pictures.ts';
import { sbiSource } from '../../native-bridges/device-host/discovery/sbi-source.ts';
import { readTrustList } from '../../native-bridges/device-host/discovery/trust-list.ts';
import type { DeviceEntry } from '../../native-bridges/device-host/device-session.ts';
import { jwsTrust } from '../../native-bridges/transports/jws-trust.ts';

export type Wish = { /** As the setting devices.lines. */ readonly lines: string; /** File of the SBI devices' authorities, '' = none. */ readonly trustFile: string };

/** A position that the kind sees, and one that it doesn't. */
export const SLOTS_OF: Readonly<Partial<Record<DeviceKind, readonly [StillSlot, StillSlot]>>> = { 'fingerprint-scanner': ['right-index', 'portrait'], 'signature-pad': ['signature', 'thumbs'] };

/** The devices of this machine that take prints and signatures, found as device-host finds them. */
export async function capturesOn({ lines, trustFile }: Wish): Promise<readonly DeviceEntry<CaptureDevice>[]> {
  const parsed = parseDeviceLines(lines);
  if (!parsed.ok) throw new Error(`devices.lines: ${parsed.error}`);
  const sources = [
    sbiSource({ trust: jwsTrust(await readTrustList(trustFile)), pictures: { decodeJpeg: async (bytes) => decodeLiveJpeg(bytes), decodePicture } }),
    hidSource({ drawScreen: async (_form, { widthPx, heightPx }) => ok(new Uint8Array(widthPx * heightPx).fill(255)) }),
    lineSource({ lines: parsed.value, isOpen: () => false, tools: { zfmUse: 'training', drawSheet: async () => err(new AppError('printer.refused')) } }),
  ];
  const found = (await Promise.all(sources.map((source) => source.look(new AbortController().signal)))).flat();
  return found.filter(({ kind }) => SLOTS_OF[kind] !== undefined) as unknown as readonly DeviceEntry<CaptureDevice>[];
}

/** Opens a device by its identity as soon as it is plugged in. */
export async function openCapture(wish: Wish, id: string): Promise<CaptureDevice> {
  for (;;) {
    const entry = (await capturesOn(wish)).find(({ identity }) => identity.id === id);
    const device = await entry?.open();
    if (device?.ok === false) throw new Error(`${id}: ${device.error}`);
    if (device?.ok) return device.value;
  }
}
