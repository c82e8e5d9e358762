import { describe, expect, it } from 'vitest';
import type { StillSlot, Finger } from '../../electron/core/dossier/capture-slots.ts';
import type { CaptureDevice, Raster } from '../../drivers/contract/driver.ts';

/** One plugged-in device and what can be done to it from outside. */
export type CaptureBench = {
  readonly device: CaptureDevice;
  unplug(): void | Promise<void>;
  stall?(): void;
  goOn?(): void;
  damageNextFrame?(): void;
};
type Given = { readonly name: string; readonly slot: StillSlot; readonly wrongSlot: StillSlot; /** Warnings that every still of this device carries. */ readonly standing?: readonly string[];
  /** `false`: a real device, which nobody can tell to stall or to send damaged frames. */
  readonly faults?: boolean;
  connect(): CaptureBench | Promise<CaptureBench> };

const begin = (device: CaptureDevice, slot: StillSlot) => {
  const stop = new AbortController();
  const forced = Promise.withResolvers<void>();
  const firstFrame = Promise.withResolvers<Raster>();
  const frames: { frame: Raster; hint: string }[] = [];
  const result = device.capture({
    slot, missing: new Set<Finger>(), attempt: 1, forced: forced.promise,
    onPreview: (frame, hint) => {
      frames.push({ frame, hint });
      firstFrame.resolve(frame);
    },
  }, stop.signal);
  return { result, stop, force: forced.resolve, firstFrame: firstFrame.promise, frames };
};

/** Every capture device passes these, against its simulator here and against the real one on a bench. */
export function describeCaptureDevice({ name, slot, wrongSlot, standing = [], faults = true, connect }: Given): void {
  describe(`driver ${name}`, () => {
    it('delivers a still, and live frames whose pixels fit their size', async () => {
      const { device } = await connect();
      const { result, frames } = begin(device, slot);
      const still = await result;
      expect(still).toMatchObject({ ok: true, value: { warnings: standing } });
      expect(frames.length).toBeGreaterThan(1);
      for (const { frame, hint } of frames) {
        expect(frame.pixels).toHaveLength(frame.widthPx * frame.heightPx * frame.channels);
        expect(frame.widthPx).toBeLessThanOrEqual(640);
        expect(hint).toMatch(/^[a-z-]{3,40}$/);
      }
    });

    it('delivers twice in a row', async () => {
      const { device } = await connect();
      expect(await begin(device, slot).result).toMatchObject({ ok: true });
      expect(await begin(device, slot).result).toMatchObject({ ok: true });
    });

    it('captures when forced, and warns of it', async () => {
      const { device } = await connect();
      const capture = begin(device, slot);
      await capture.firstFrame;
      capture.force();
      expect(await capture.result).toMatchObject({ ok: true, value: { warnings: [...standing, 'forced'] } });
    });

    it('cancelled: a value, and the device stays usable', async () => {
      const { device } = await connect();
      const capture = begin(device, slot);
      await capture.firstFrame;
      capture.stop.abort();
      expect(await capture.result).toMatchObject({ ok: false, error: { code: 'device.cancelled' } });
      expect(await begin(device, slot).result).toMatchObject({ ok: true });
    });

    it('unplugged while capturing: a value, and `closed` says so', async () => {
      const bench = await connect();
      const capture = begin(bench.device, slot);
      await capture.firstFrame;
      await bench.unplug();
      expect(await capture.result).toMatchObject({ ok: false, error: { code: 'device.unplugged' } });
      expect(await bench.device.closed).toBe('unplugged');
      expect(await begin(bench.device, slot).result).toMatchObject({ ok: false, error: { code: 'device.unplugged' } });
    });

    it('a position it can\'t see is refused', async () => {
      expect(await begin((await connect()).device, wrongSlot).result).toMatchObject({ ok: false, error: { code: 'device.unsupported' } });
    });

    it('closed by the host, it says closed', async () => {
      const { device } = await connect();
      await device.close();
      expect(await device.closed).toBe('closed');
    });
    if (faults) describeFaults({ slot, connect });
  });
}

function describeFaults({ slot, connect }: Pick<Given, 'slot' | 'connect'>): void {
  it('stalled: waits without an end of its own, ends when cancelled, goes on when it recovers', async () => {
    const bench = await connect();
    const stalled = begin(bench.device, slot);
    await stalled.firstFrame;
    bench.stall?.();
    stalled.stop.abort();
    expect(await stalled.result).toMatchObject({ ok: false, error: { code: 'device.cancelled' } });
    const recovering = begin(bench.device, slot);
    await recovering.firstFrame;
    bench.goOn?.();
    expect(await recovering.result).toMatchObject({ ok: true });
  });

  it('gives a sign of life while nobody uses it, where its protocol has one, and none while it hangs', async () => {
    const bench = await connect();
    const { probe } = bench.device;
    if (probe === undefined) return;
    expect(await probe(new AbortController().signal)).toBe(true);
    bench.stall?.();
    const stop = new AbortController();
    const silent = probe(stop.signal);
    stop.abort();
    expect(await Promise.race([silent, new Promise((resolve) => void setImmediate(resolve, false))])).toBe(false);
    bench.goOn?.();
    expect(await begin(bench.device, slot).result).toMatchObject({ ok: true });
  });

  it('a damaged frame is a value, and the next capture is whole', async () => {
    const bench = await connect();
    bench.damageNextFrame?.();
    expect(await begin(bench.device, slot).result).toMatchObject({ ok: false, error: { code: 'device.bad-frame' } });
    expect(await begin(bench.device, slot).result).toMatchObject({ ok: true });
  });
}
