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
  const said: (string | undefined)[] = [];
  watch.offer(frame(0), 200);
  for (const hint of ['too-few-fingers', 'dry-finger', 'dry-finger', undefined]) {
    watch.offer(frame(1), 200);
    await answer(hint);
    said.push(watch.hint);
  }
  expect(said).toEqual([undefined, undefined, 'dry-finger', undefined]);
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
