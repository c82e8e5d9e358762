import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ImageVault } from './image-vault.ts';

const KEY = Buffer.alloc(32, 9);
const image = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.alloc(200_000, 0x20)]);
const hash = createHash('sha256').update(image).digest('hex');
let dir: string;
let vault: ImageVault;
const path = (): string => join(dir, hash.slice(0, 2), hash);

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'tram-vault-'));
  vault = new ImageVault(dir, KEY);
  await vault.write(hash, image);
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

it('gives back what it was given', async () => {
  expect(Buffer.from(await vault.read(hash)).equals(image)).toBe(true);
  await vault.write(hash, image);
  expect(readdirSync(join(dir, hash.slice(0, 2)))).toEqual([hash]);
});

it('keeps nothing readable on disk', () => {
  const file = readFileSync(path());
  const counts = new Float64Array(256);
  for (const byte of file) counts[byte]! += 1;
  const entropy = counts.reduce((sum, n) => (n === 0 ? sum : sum - (n / file.length) * Math.log2(n / file.length)), 0);
  expect(entropy).toBeGreaterThan(7.9);
  expect(file.includes('PNG')).toBe(false);
});

it.each([
  ['a flipped byte', () => writeFileSync(path(), readFileSync(path()).map((byte, i) => (i === 5_000 ? byte ^ 1 : byte)))],
  ['a cut tail', () => truncateSync(path(), 1_000)],
  ['an empty file', () => truncateSync(path(), 0)],
  ['a missing file', () => rmSync(path())],
  ['another image under its name', async () => {
    const other = randomBytes(100);
    const otherHash = createHash('sha256').update(other).digest('hex');
    await vault.write(otherHash, other);
    writeFileSync(path(), readFileSync(join(dir, otherHash.slice(0, 2), otherHash)));
  }],
])('says so for %s, and mends it when the image comes again', async (_name, damage) => {
  await damage();
  await expect(vault.read(hash)).rejects.toThrow('capture.image-damaged');
  await vault.write(hash, image);
  expect((await vault.read(hash)).length).toBe(image.length);
});

it('can\'t be read under another key', async () => {
  await expect(new ImageVault(dir, Buffer.alloc(32, 8)).read(hash)).rejects.toThrow('capture.image-damaged');
});
