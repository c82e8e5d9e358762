import type { DeviceSettings } from '../../electron/contract/device-settings.ts';
import { DEVICE_KINDS } from '../../electron/contract/device.ts';
import { deviceSource } from '../../electron/core/device/source.ts';
import type { DeviceEntry } from './device-session.ts';
import type { RealDevices } from './discovery/real-devices.ts';
import type { DeviceRegistry } from './registry.ts';

type Setup = { readonly registry: DeviceRegistry; readonly real: RealDevices; readonly practice: boolean; readonly simulated: readonly DeviceEntry[] };

/** Real or simulated, kind by kind, as the station's settings say. */
export class DeviceSources {
  readonly #setup: Setup;

  constructor(setup: Setup) {
    this.#setup = setup;
  }

  /** Practice begins with everything simulated; a real station waits for its settings. */
  begin(): void {
    for (const entry of this.#setup.simulated) this.#setup.registry.arrive(entry);
  }

  async configure({ sources, sbiTrustFile, lines }: DeviceSettings): Promise<void> {
    const { registry, real, practice, simulated } = this.#setup;
    const kinds = DEVICE_KINDS.filter((kind) => deviceSource(sources[kind], practice) === 'real');
    for (const entry of simulated) {
      const listed = registry.state(entry.identity.id) !== undefined;
      if (kinds.includes(entry.kind) && listed) await registry.remove(entry.identity.id);
      else if (!kinds.includes(entry.kind) && !listed) registry.arrive(entry);
    }
    await real.use({ kinds, sbiTrustFile, lines });
  }
}
