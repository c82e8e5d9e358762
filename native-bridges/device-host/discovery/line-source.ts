import type { DeviceLine } from '../../../electron/core/device/device-lines.ts';
import { IdentityBook } from '../../../electron/core/device/identity.ts';
import { allowCommand } from '../../../electron/core/device/udev.ts';
import type { DeviceIdentity } from '../../../drivers/contract/driver.ts';
import { REAL_DRIVERS } from '../../../drivers/catalog.ts';
import { listUsbSerial, portIsThere, type SerialListing } from '../../transports/device-lists.ts';
import { loadSerial } from '../../transports/serial-port.ts';
import type { DeviceEntry } from '../device-session.ts';
import type { DeviceSource } from './device-source.ts';
import { modelOf, openLine, type LineTools } from './open-line.ts';
import { tcpAnswers } from './tcp-answers.ts';

/** One line of the station's list together with where it was found. */
type Found = { readonly line: DeviceLine; readonly at: Omit<SerialListing, 'path'>; /** Device node, or `host:port`. */ readonly path: string };

type Setup = { readonly lines: readonly DeviceLine[]; readonly tools: LineTools; /** True while this program holds the device: a printer on the network takes one caller only. */ readonly isOpen: (deviceId: string) => boolean };

/** Devices the station lists on serial lines and network ports. A port that isn't there is no device. */
export function lineSource({ lines, tools, isOpen }: Setup): DeviceSource {
  const names = new IdentityBook();
  return {
    name: 'lines',
    kinds: [...new Set(lines.map(kindOf))],
    knowsAbsence: true,
    look: async (signal) => {
      const usb = lines.some(({ place }) => place.kind !== 'tcp') ? await listUsbSerial() : [];
      const found = (await Promise.all(lines.map((line) => find(line, { usb, isOpen, signal })))).flat();
      if (found.some(({ line }) => line.place.kind !== 'tcp')) await loadSerial();
      const ids = names.name(found.map(({ line, at }) => ({ driver: driverOf(line), serial: at.serial, place: at.place })));
      return found.map((one, n) => entryOf(one, ids[n]!, tools));
    },
  };
}

type Search = { readonly usb: readonly SerialListing[]; readonly isOpen: (deviceId: string) => boolean; readonly signal: AbortSignal };

async function find(line: DeviceLine, { usb, isOpen, signal }: Search): Promise<Found[]> {
  const { place } = line;
  if (place.kind === 'usb') {
    return usb.filter(({ vendorId, productId }) => vendorId === place.vendorId && productId === place.productId).map(({ path, ...at }) => ({ line, at, path }));
  }
  const plain = (path: string): Found => ({ line, at: { place: path, serial: '', maker: '', model: '' }, path });
  if (place.kind === 'tcp') {
    const found = plain(`${place.host}:${place.port}`);
    return isOpen(`${driverOf(line)}@${found.path}`) || (await tcpAnswers(place, signal)) ? [found] : [];
  }
  const known = usb.find(({ path }) => path === place.path);
  if (known !== undefined) return [{ line, at: known, path: known.path }];
  return (await portIsThere(place.path)) ? [plain(place.path)] : [];
}

function entryOf({ line, at, path }: Found, id: string, tools: LineTools): DeviceEntry {
  const identity: DeviceIdentity = { id, maker: at.maker, model: at.model === '' ? modelOf(line) : at.model, serial: at.serial, driver: driverOf(line), simulated: false };
  const allow = line.place.kind === 'tcp' ? {} : { allow: allowCommand({ bus: 'serial', vendorId: at.vendorId, productId: at.productId }) };
  return { kind: kindOf(line), identity, hardware: { usbPath: at.place }, ...allow, open: () => openLine({ line, path, identity }, tools) };
}

const listed = ({ driver }: DeviceLine) => REAL_DRIVERS.find((known) => known.found === 'line' && known.line === driver)!;
const kindOf = (line: DeviceLine): DeviceEntry['kind'] => listed(line).kind;
const driverOf = (line: DeviceLine): string => listed(line).driver;
