import type { DeviceSettings } from '../../../electron/contract/device-settings.ts';
import { parseDeviceLines } from '../../../electron/core/device/device-lines.ts';
import type { DeviceKind } from '../../../drivers/contract/driver.ts';
import type { DrawSheet } from '../../../drivers/escpos/escpos-printer.ts';
import type { DrawScreen } from '../../../drivers/wacom-stu/sign-screen.ts';
import { jwsTrust } from '../../transports/jws-trust.ts';
import type { DeviceEntry } from '../device-session.ts';
import type { DeviceRegistry } from '../registry.ts';
import type { DeviceSource } from './device-source.ts';
import { DeviceWatch } from './device-watch.ts';
import { hidSource } from './hid-source.ts';
import { lineSource } from './line-source.ts';
import { sbiSource, type SbiPictures } from './sbi-source.ts';
import { readTrustList } from './trust-list.ts';

type Setup = {
  readonly registry: DeviceRegistry;
  readonly drawSheet: DrawSheet;
  readonly drawScreen: DrawScreen;
  readonly pictures: SbiPictures;
  /** What else is done with a device before it is listed: readers are listened to. */
  readonly prepare: (entry: DeviceEntry) => DeviceEntry;
};
type Wish = Pick<DeviceSettings, 'sbiTrustFile' | 'lines'> & { readonly kinds: readonly DeviceKind[] };

/** The real devices of a station: looked for as its settings say, and let go when these change. */
export class RealDevices {
  readonly #setup: Setup;
  #watch: DeviceWatch | undefined;
  #wish = '';

  constructor(setup: Setup) {
    this.#setup = setup;
  }

  /** Looks for devices of `kinds` from now on; resolves after the first look. The same wish twice changes nothing; another lets go of everything found before. */
  async use(wish: Wish): Promise<void> {
    const text = JSON.stringify(wish);
    if (text === this.#wish) return;
    this.#wish = text;
    await this.#letGo();
    if (wish.kinds.length === 0) return;
    const sources = await this.#sourcesOf(wish);
    // Settings may change again while the trust list is read: then somebody else has begun already.
    if (text !== this.#wish) return;
    const { registry } = this.#setup;
    this.#watch = new DeviceWatch({ registry, sources, wanted: (kind) => wish.kinds.includes(kind) });
    await this.#watch.start();
  }

  close(): void {
    this.#wish = '';
    this.#watch?.stop();
  }

  async #letGo(): Promise<void> {
    const found = this.#watch?.stop() ?? [];
    this.#watch = undefined;
    for (const id of found) await this.#setup.registry.remove(id);
  }

  async #sourcesOf({ sbiTrustFile, lines }: Wish): Promise<readonly DeviceSource[]> {
    const { registry, drawSheet, drawScreen, pictures, prepare } = this.#setup;
    const parsed = parseDeviceLines(lines);
    const isOpen = (deviceId: string): boolean => ['ready', 'busy', 'opening'].includes(registry.state(deviceId)?.kind ?? '');
    const sources = [
      sbiSource({ trust: jwsTrust(await readTrustList(sbiTrustFile)), pictures }),
      hidSource({ drawScreen }),
      // A dossier needs prints of enrolment grade; a module that has none is refused by its driver.
      lineSource({ lines: parsed.ok ? parsed.value : [], tools: { drawSheet, zfmUse: 'enrolment' }, isOpen }),
    ];
    return sources.map((source) => ({ ...source, look: async (signal) => (await source.look(signal)).map(prepare) }));
  }
}
