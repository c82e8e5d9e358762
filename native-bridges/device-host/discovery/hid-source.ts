import { IdentityBook } from '../../../electron/core/device/identity.ts';
import type { OpenFailure } from '../../../electron/core/device/session.ts';
import { allowCommand } from '../../../electron/core/device/udev.ts';
import { err, ok, type Result } from '../../../electron/core/result/result.ts';
import { codeReader } from '../../../drivers/code-reader/code-reader.ts';
import { REAL_DRIVERS } from '../../../drivers/catalog.ts';
import type { HidMatch, RealDriver } from '../../../drivers/contract/device-match.ts';
import type { DeviceIdentity } from '../../../drivers/contract/driver.ts';
import type { DrawScreen } from '../../../drivers/wacom-stu/sign-screen.ts';
import { openWacomStu } from '../../../drivers/wacom-stu/wacom-stu.ts';
import { listHid, type HidListing } from '../../transports/device-lists.ts';
import { openHid } from '../../transports/hid-device.ts';
import type { DeviceEntry, OpenDevice } from '../device-session.ts';
import { systemClock } from '../system-clock.ts';
import type { DeviceSource } from './device-source.ts';

type HidDriver = Extract<RealDriver, { found: 'hid' }>;
const DRIVERS = REAL_DRIVERS.filter((driver): driver is HidDriver => driver.found === 'hid');

export type HidTools = { readonly drawScreen: DrawScreen };

/** HID devices of the catalogue, by vendor and product or by usage page. */
export function hidSource(tools: HidTools, list: () => Promise<readonly HidListing[]> = listHid): DeviceSource {
  const names = new IdentityBook();
  return {
    name: 'hid',
    kinds: DRIVERS.map(({ kind }) => kind),
    knowsAbsence: true,
    look: async () => {
      const found = onePerDevice((await list()).flatMap((listing) => {
        const driver = DRIVERS.find(({ matches }) => matches.some((match) => isMatch(match, listing)));
        return driver === undefined ? [] : [{ listing, driver }];
      }));
      const ids = names.name(found.map(({ listing: { serial, place }, driver }) => ({ driver: driver.driver, serial, place })));
      return found.map(({ listing, driver }, n) => entryOf(listing, { id: ids[n]!, driver, tools }));
    },
  };
}

type Found = { readonly listing: HidListing; readonly driver: HidDriver };

/** hidapi lists a node once for each usage of its descriptor. */
const onePerDevice = (found: readonly Found[]): readonly Found[] => [...new Map(found.map((one) => [one.listing.path, one])).values()];

const isMatch = (match: HidMatch, { vendorId, productId, usagePage }: HidListing): boolean =>
  'usagePage' in match ? match.usagePage === usagePage : match.vendorId === vendorId && match.productId === productId;

function entryOf({ path, life, vendorId, productId, serial, maker, model, place }: HidListing, { id, driver, tools }: { readonly id: string; readonly driver: HidDriver; readonly tools: HidTools }): DeviceEntry {
  const identity: DeviceIdentity = { id, maker: maker.slice(0, 80), model: model.slice(0, 80) || driver.driver, serial: serial.slice(0, 80), driver: driver.driver, simulated: false };
  return { kind: driver.kind, identity, life, hardware: { usbPath: place }, allow: allowCommand({ bus: 'hid', vendorId, productId }), open: () => openOn(path, identity, tools) };
}

async function openOn(path: string, identity: DeviceIdentity, { drawScreen }: HidTools): Promise<Result<OpenDevice, OpenFailure>> {
  const wire = await openHid(path);
  if (!wire.ok) return wire;
  if (identity.driver === 'code-reader') return ok(codeReader(wire.value, { identity, wire: 'hid-pos', clock: systemClock }));
  const pad = await openWacomStu(wire.value, { identity, clock: systemClock, draw: drawScreen });
  if (pad.ok) return pad;
  await wire.value[Symbol.asyncDispose]();
  return err('io');
}
