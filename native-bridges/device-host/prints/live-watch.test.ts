import { expect, it } from 'vitest';
import type { LiveLook } from './look-live.ts';
import { LiveWatch } from './live-watch.ts';

const frame = (n: number) => ({ widthPx: 1, heightPx: 1, channels: 1 as const, pixels: Uint8Array.of(n) });

/** A watch whose looks end when the test says so and whose rests end at once. */
function rig() {
  const looks: { readonly seen: number; readonly end: (look: LiveLook | undefined) => void }[] = [];
  const rests: (() => void)[] = [];
  const watch = new LiveWatch(({ raster }) => new Promise((end) => void looks.push({ seen: raster.pixels[0]!, end })), { now: () => 0, after: (_ms, run) => void rests.push(run) });
  const answer = async (hint: string | undefined): Promise<void> => {
    looks.at(-1)!.end({ boxes: [], hint });
    await Promise.resolve();
    await Promise.resolve();
    rests.shift()?.();
  };
  return { watch, looks, answer };
}

it('looks at one frame at a time and then at the newest, never at those in between', async () => {
  const { watch, looks, answer } = rig();
  for (const n of [1, 2, 3]) watch.offer(frame(n), 200);
  await answer(undefined);
  expect(looks.map(({ seen }) => seen)).toEqual([1, 3]);
});

it('says a hint only when it was seen twice in a row', async () => {
  const { watch, answer } = rig();
  const said: string[] = [];
  watch.offer(frame(0), 200);
  for (const hint of ['too-few-fingers', 'dry-finger', 'dry-finger', undefined]) {
    watch.offer(frame(1), 200);
    await answer(hint);
    said.push(watch.hintBeside('keep-still'));
  }
  expect(said).toEqual(['keep-still', 'keep-still', 'dry-finger', 'keep-still']);
});

it('asks for no fingers that lie there already, where the device itself doesn’t look', async () => {
  const { watch, looks } = rig();
  expect(watch.hintBeside('searching-fingers')).toBe('searching-fingers');
  watch.offer(frame(0), 200);
  looks[0]!.end({ boxes: [{ finger: null, quality: 40, ok: true, box: { xPx: 1, yPx: 1, widthPx: 9, heightPx: 9, angleDeg: 0 } }], hint: undefined });
  await Promise.resolve();
  await Promise.resolve();
  expect(watch.hintBeside('searching-fingers')).toBe('fingers-recognized');
  expect(watch.hintBeside('capturing')).toBe('capturing');
});

it('looks at nothing more once the capture is over', async () => {
  const { watch, looks, answer } = rig();
  watch.offer(frame(1), 200);
  watch.offer(frame(2), 200);
  watch.end();
  await answer('dry-finger');
  watch.offer(frame(3), 200);
  expect(looks).toHaveLength(1);
});
