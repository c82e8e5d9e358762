import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { J2kImage } from '../../electron/core/biometrics/jpeg2000/jp2-file.ts';
import { drawPortrait } from '../../drivers/personas/portrait.ts';
import { decodeJpeg2000 } from '../../native-bridges/kit/jpeg2000/decode.ts';
import { encodeJpeg2000 } from '../../native-bridges/kit/jpeg2000/encode.ts';

const folder = mkdtempSync(join(tmpdir(), 'jpeg2000-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const portrait = ((): J2kImage => {
  const { widthPx, heightPx, pixels } = drawPortrait({ seed: 7, widthPx: 622, heightPx: 800 });
  return { widthPx, heightPx, channels: 3, pixels: pixels.filter((_, n) => n % 4 !== 3) };
})();

const grey = ({ widthPx, heightPx, pixels }: J2kImage): J2kImage => ({ widthPx, heightPx, channels: 1, pixels: pixels.filter((_, n) => n % 3 === 1) });

function psnrDb(a: Uint8Array, b: Uint8Array): number {
  let sum = 0;
  for (let n = 0; n < a.length; n++) sum += (a[n]! - b[n]!) ** 2;
  return 10 * Math.log10((255 * 255 * a.length) / Math.max(sum, 1e-9));
}

const encoded = async (image: J2kImage, target: Parameters<typeof encodeJpeg2000>[1]): Promise<Uint8Array<ArrayBuffer>> => {
  const file = await encodeJpeg2000(image, target);
  if (!file.ok) throw new Error(file.error.code);
  return file.value;
};

/** Pixels as OpenJPEG's own command reads them from the file: a PPM or PGM behind a three-line header. */
function decodedByOpenJpeg(file: Uint8Array, ending: 'ppm' | 'pgm', pixelBytes: number): Uint8Array {
  const [source, target] = [join(folder, 'in.jp2'), join(folder, `out.${ending}`)];
  writeFileSync(source, file);
  execFileSync('opj_decompress', ['-i', source, '-o', target], { stdio: 'ignore' });
  return readFileSync(target).subarray(-pixelBytes);
}

describe('JPEG 2000', () => {
  it('keeps the chip’s portrait under 17 kB, close to it, and true to the picture', async () => {
    const file = await encoded(portrait, { maxBytes: 17_000 });
    expect(file.length).toBeLessThanOrEqual(17_000);
    expect(file.length).toBeGreaterThan(15_000);
    const back = await decodeJpeg2000(file);
    if (!back.ok) throw new Error(back.error.code);
    expect(back.value).toMatchObject({ widthPx: 622, heightPx: 800, channels: 3 });
    expect(psnrDb(back.value.pixels, portrait.pixels)).toBeGreaterThan(30);
  });

  it.each([['colour', portrait, 'ppm'], ['grey', grey(portrait), 'pgm']] as const)('writes %s that OpenJPEG’s own command reads, bit for bit when lossless', async (_name, image, ending) => {
    const file = await encoded(image, 'lossless');
    expect(Buffer.compare(decodedByOpenJpeg(file, ending, image.pixels.length), image.pixels)).toBe(0);
    const back = await decodeJpeg2000(file);
    expect(back.ok && Buffer.compare(back.value.pixels, image.pixels)).toBe(0);
  });

  it.each([['the chip’s portrait', portrait, { maxBytes: 17_000 }], ['a grey print without loss', grey(portrait), 'lossless']] as const)('is a valid JP2 file to the archivists’ validator: %s', async (_what, image, target) => {
    const path = join(folder, 'valid.jp2');
    writeFileSync(path, await encoded(image, target));
    expect(execFileSync('jpylyzer', [path], { encoding: 'utf8' })).toMatch(/<isValid[^>]*>True<\/isValid>/);
  });

  it('says so when nothing fits', async () => {
    expect(await encodeJpeg2000(portrait, { maxBytes: 60 })).toMatchObject({ ok: false, error: { code: 'jp2.too-large' } });
    expect(await encodeJpeg2000({ ...portrait, widthPx: 10 }, 'lossless')).toMatchObject({ ok: false, error: { code: 'jp2.unsupported' } });
  });

  it('answers every damaged file with a code or an image, and goes on working', async () => {
    const whole = await encoded(grey(portrait), { maxBytes: 8_000 });
    for (const cut of [0, 1, 40, 90, 140, 200, 1_000, 7_000]) {
      const result = await decodeJpeg2000(whole.subarray(0, cut));
      if (!result.ok) expect(result.error.code).toMatch(/^jp2\./);
    }
    for (let at = 85; at < 400; at += 9) {
      const damaged = whole.slice();
      damaged[at] = damaged[at]! ^ 0x5a;
      const result = await decodeJpeg2000(damaged);
      if (!result.ok) expect(result.error.code).toMatch(/^jp2\./);
    }
    expect((await decodeJpeg2000(whole)).ok).toBe(true);
  });

  it('refuses a size that would take gigabytes before decoding anything', async () => {
    const file = await encoded(grey(portrait), { maxBytes: 8_000 });
    const at = file.findIndex((byte, n) => byte === 0xff && file[n + 1] === 0x51);
    new DataView(file.buffer).setUint32(at + 6, 0x7fffffff);
    expect(await decodeJpeg2000(file)).toMatchObject({ ok: false, error: { code: 'jp2.unsupported' } });
  });
});
