import { describe, expect, test } from 'vitest';
import { mutations } from '../../electron/core/biometrics/fuzz/mutate.ts';
import { decodeJpegPixels } from '../../native-bridges/kit/images/decode-jpeg.ts';
import { imageFuzzTargets } from '../../scripts/bio/image-fuzz-targets.ts';

/** scripts/bio-fuzz.ts runs 100,000 a reader and holds each to time and memory; this is the sample every test run takes. */
const MUTATIONS = 120;
const targets = await imageFuzzTargets();

describe.each(targets)('$name', ({ good, read }) => {
  test('the good file is read, damage is answered with a value or an error that has a code', async () => {
    expect(await read(good)).toMatchObject({ ok: true });
    const next = mutations(good, 20_261_129);
    let refused = 0;
    for (let i = 0; i < MUTATIONS; i++) {
      const result = await read(next());
      if (result.ok) continue;
      refused++;
      expect(result.error.code).toMatch(/^[a-z0-9]+\.[a-z-]+$/);
    }
    expect(refused).toBeGreaterThan(0);
  });
});

test('a small JPEG that claims to be a large one is refused by its header', () => {
  const { good } = targets.find(({ name }) => name === 'jpeg')!;
  const frame = good.findIndex((byte, at) => byte === 0xff && good[at + 1] === 0xc0);
  const large = Uint8Array.from(good);
  new DataView(large.buffer).setUint32(frame + 5, 0x0fa0_0fa0); // 4,000 × 4,000
  expect(() => decodeJpegPixels(large)).toThrow(RangeError);
});
