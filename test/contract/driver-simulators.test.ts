import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { StillSlot } from '../../electron/core/dossier/capture-slots.ts';
import { ok } from '../../electron/core/result/result.ts';
import { REAL_DRIVERS, SIMULATED_DRIVERS } from '../../drivers/catalog.ts';
import type { Raster } from '../../drivers/contract/driver.ts';
import { FaultLine, ShownCodes, type Scene, type SimulatedDriver, type SimulationEnvironment } from '../../drivers/contract/simulation.ts';
import { PAD, signSamples } from '../../drivers/personas/signature.ts';
import { describeCaptureDevice } from './capture-device-contract.ts';
import { describePrinter } from './printer-device-contract.ts';
import { describeReader } from './reader-device-contract.ts';

const TESTS = join(import.meta.dirname, '..');
const raster = (channels: 1 | 4, widthPx = 64, heightPx = 48): Raster => ({ widthPx, heightPx, channels, pixels: new Uint8Array(widthPx * heightPx * channels).fill(99) });
const scene: Scene = {
  fingerprints: async () => ok({ still: raster(1, 160, 150), live: raster(1) }),
  portrait: async () => ok({ live: [raster(4), raster(4)], still: async () => ok(raster(4, 124, 160)) }),
  document: async () => ok({ still: raster(4, 160, 200), live: raster(4) }),
  signature: async (attempt) => ok({ type: 'strokes', samples: signSamples(4, attempt), ...PAD }),
};

/** Time that passes as fast as the drivers ask for it; each sleep still yields to everything that waits. */
const clock: SimulationEnvironment['clock'] = {
  now: () => 0,
  sleep: (_ms, signal) => (signal.aborted ? Promise.resolve() : new Promise((resolve) => void setImmediate(resolve))),
};
const environmentWith = (faults: FaultLine, sheets: Uint8Array[] = []): SimulationEnvironment => ({
  clock, scene, faults, codes: new ShownCodes(),
  tray: async ({ pdf }) => {
    sheets.push(pdf);
    return ok(undefined);
  },
});

type SimulatedPrinter = Extract<SimulatedDriver, { kind: 'printer' }>;
type SimulatedReader = Extract<SimulatedDriver, { kind: 'code-reader' }>;
const simPrinter = SIMULATED_DRIVERS.find((driver): driver is SimulatedPrinter => driver.kind === 'printer')!;
const simReader = SIMULATED_DRIVERS.find((driver): driver is SimulatedReader => driver.kind === 'code-reader')!;

const SLOT: Readonly<Record<string, readonly [StillSlot, StillSlot]>> = { 'fingerprint-scanner': ['right-four', 'portrait'], camera: ['portrait', 'signature'], 'document-camera': ['document', 'portrait'], 'signature-pad': ['signature', 'thumbs'] };

for (const driver of SIMULATED_DRIVERS) {
  if (driver.kind === 'printer' || driver.kind === 'code-reader') continue;
  const [slot, wrongSlot] = SLOT[driver.kind]!;
  describeCaptureDevice({
    name: driver.identity.driver, slot, wrongSlot,
    connect: () => {
      const faults = new FaultLine();
      return {
        device: driver.open(environmentWith(faults)),
        unplug: () => faults.set('unplug'), stall: () => faults.set('stall'), goOn: () => faults.set('none'), damageNextFrame: () => faults.set('bad-frame'),
      };
    },
  });
}

describe('driver catalogue', () => {
  it('gives every device an identity of its own, none of them vendor and product alone', () => {
    const ids = SIMULATED_DRIVERS.map((driver) => driver.identity.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(SIMULATED_DRIVERS.map((driver) => driver.kind).sort()).toEqual(['camera', 'code-reader', 'document-camera', 'fingerprint-scanner', 'printer', 'signature-pad']);
    expect(SIMULATED_DRIVERS.every((driver) => driver.identity.simulated)).toBe(true);
  });

  it('puts every real driver through the contract of its kind, and describes it', async () => {
    const tests = await Promise.all((await readdir(TESTS, { recursive: true })).filter((name) => name.endsWith('.test.ts')).map((name) => readFile(join(TESTS, name), 'utf8')));
    const covered = new Set(tests.flatMap((text) => [...text.matchAll(/describe(?:CaptureDevice|Printer|Reader)\(\{\s*name: '([a-z-]+)/g)].map(([, name]) => name)));
    const drivers = [...REAL_DRIVERS.map(({ driver }) => driver), ...SIMULATED_DRIVERS.filter(({ kind }) => kind === 'printer' || kind === 'code-reader').map(({ identity }) => identity.driver)];
    expect(drivers.filter((driver) => !covered.has(driver))).toEqual([]);
    const pages = await readdir(join(TESTS, '../docs/devices'));
    expect(drivers.filter((driver) => !pages.includes(`${driver === 'sim-code-reader' ? 'code-reader' : driver}.md`))).toEqual([]);
  });

  it('a hand with no finger to capture is refused before anything is shown', async () => {
    const scanner = SIMULATED_DRIVERS.find((driver) => driver.kind === 'fingerprint-scanner');
    if (scanner?.kind !== 'fingerprint-scanner') throw new Error('no scanner');
    const shown: string[] = [];
    const result = await scanner.open(environmentWith(new FaultLine())).capture({ slot: 'left-thumb', missing: new Set(['left-thumb']), attempt: 1, forced: new Promise(() => undefined), onPreview: (_frame, hint) => void shown.push(hint) }, new AbortController().signal);
    expect(result).toMatchObject({ ok: false, error: { code: 'device.unsupported' } });
    expect(shown).toEqual([]);
  });
});

describePrinter({
  name: 'sim-printer', can: ['take-paper', 'unplug'],
  connect: () => {
    const faults = new FaultLine();
    const sheets: Uint8Array[] = [];
    return { printer: simPrinter.open(environmentWith(faults, sheets)), sheets: () => sheets.length, takePaper: () => faults.set('paper-out'), unplug: () => faults.set('unplug') };
  },
});

describeReader({
  name: 'sim-code-reader',
  connect: () => {
    const faults = new FaultLine();
    const environment = environmentWith(faults);
    const hold = (text: string): void => void environment.codes.show({ bytes: new TextEncoder().encode(text), symbology: ']Q1' });
    return {
      reader: simReader.open(environment), hold, unplug: () => faults.set('unplug'),
      spoil: () => {
        faults.set('bad-frame');
        hold('spoilt');
      },
    };
  },
});

describe('driver sim-printer', () => {
  const connect = () => {
    const faults = new FaultLine();
    const sheets: Uint8Array[] = [];
    return { faults, sheets, printer: simPrinter.open(environmentWith(faults, sheets)) };
  };
  const job = { title: 'sheet', pdf: Uint8Array.of(1, 2, 3) };

  it('a stalled job can be cancelled', async () => {
    const { printer, faults, sheets } = connect();
    faults.set('stall');
    const stop = new AbortController();
    const printing = printer.print(job, stop.signal);
    stop.abort();
    expect(await printing).toMatchObject({ ok: false, error: { code: 'device.cancelled' } });
    expect(sheets).toEqual([]);
  });
});
