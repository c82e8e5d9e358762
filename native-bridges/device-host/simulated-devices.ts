import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../electron/core/errors/app-error.ts';
import { err, ok } from '../../electron/core/result/result.ts';
import { SIMULATED_DRIVERS } from '../../drivers/catalog.ts';
import { FaultLine, type ShownCodes, type SimulationEnvironment } from '../../drivers/contract/simulation.ts';
import type { DeviceEntry } from './device-session.ts';
import type { PersonaScene } from './scene.ts';
import { systemClock } from './system-clock.ts';

/** Every simulated device as an entry for the registry. Pulled out, it can't be opened; put back, it can. */
export function simulatedEntries(scene: PersonaScene, printDir: string | null, codes: ShownCodes): readonly DeviceEntry[] {
  const tray = trayIn(printDir);
  return SIMULATED_DRIVERS.map((driver): DeviceEntry => {
    const faults = new FaultLine();
    return {
      kind: driver.kind,
      identity: driver.identity,
      faults,
      ...(driver.kind === 'fingerprint-scanner' ? { printFlaw: () => scene.printFlaw } : {}),
      open: async () => (faults.fault === 'unplug' ? err('io') : ok(driver.open({ clock: systemClock, scene, faults, tray, codes }))),
    };
  });
}

/** Sheets are numbered by time; the title may name a person and stays out of the file name. */
function trayIn(printDir: string | null): SimulationEnvironment['tray'] {
  let sheets = 0;
  return async ({ pdf }) => {
    if (printDir === null) return ok(undefined);
    const path = join(printDir, `receipt-${new Date().toISOString().replaceAll(/[:.]/g, '-')}-${++sheets}.pdf`);
    try {
      await mkdir(printDir, { recursive: true });
      await writeFile(`${path}.part`, pdf, { mode: 0o600 });
      await rename(`${path}.part`, path);
      return ok(undefined);
    } catch (error) {
      return err(new AppError('printer.attention', { reason: 'tray' }, { cause: error }));
    }
  };
}
