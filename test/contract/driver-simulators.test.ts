import { describe, expect, it } from 'vitest';
import type { StillSlot } from '../../electron/core/dossier/capture-slots.ts';
import { ok } from '../../electron/core/result/result.ts';
import { SIMULATED_DRIVERS } from '../../drivers/catalog.ts';
import type { Raster } from '../../drivers/contract/driver.ts';
import { FaultLine, ShownCodes, type Scene, type SimulationEnvironment } from '../../drivers/contract/simulation.ts';
import { PAD, signSamples } from '../../drivers/personas/signature.ts';
import { describeCaptureDevice } from './capture-device-contract.ts';

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

  it('a hand with no finger to capture is refused before anything is shown', async () => {
    const scanner = SIMULATED_DRIVERS.find((driver) => driver.kind === 'fingerprint-scanner');
    if (scanner?.kind !== 'fingerprint-scanner') throw new Error('no scanner');
    const shown: string[] = [];
    const result = await scanner.open(environmentWith(new FaultLine())).capture({ slot: 'left-thumb', missing: new Set(['left-thumb']), attempt: 1, forced: new Promise(() => undefined), onPreview: (_frame, hint) => void shown.push(hint) }, new AbortController().signal);
    expect(result).toMatchObject({ ok: false, error: { code: 'device.unsupported' } });
    expect(shown).toEqual([]);
  });
});

describe('driver sim-printer', () => {
  const connect = () => {
    const faults = new FaultLine();
    const sheets: Uint8Array[] = [];
    const driver = SIMULATED_DRIVERS.find((candidate) => candidate.kind === 'printer');
    if (driver?.kind !== 'printer') throw new Error('no printer');
    return { faults, sheets, printer: driver.open(environmentWith(faults, sheets)) };
  };
  const job = { title: 'sheet', pdf: Uint8Array.of(1, 2, 3) };
  const signal = new AbortController().signal;

  it('prints one sheet', async () => {
    const { printer, sheets } = connect();
    expect(await printer.print(job, signal)).toEqual({ ok: true, value: 'printed' });
    expect(sheets).toEqual([job.pdf]);
  });

  it('without paper: attention, and no sheet', async () => {
    const { printer, sheets, faults } = connect();
    faults.set('paper-out');
    expect(await printer.status(signal)).toEqual({ ok: true, value: { state: 'attention', detail: 'media-empty' } });
    expect(await printer.print(job, signal)).toMatchObject({ ok: false, error: { code: 'printer.attention' } });
    expect(sheets).toEqual([]);
  });

  it('unplugged while printing: offline, and no sheet', async () => {
    const { printer, sheets, faults } = connect();
    const printing = printer.print(job, signal);
    faults.set('unplug');
    expect(await printing).toMatchObject({ ok: false, error: { code: 'printer.offline' } });
    expect(await printer.closed).toBe('unplugged');
    expect(sheets).toEqual([]);
  });

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
