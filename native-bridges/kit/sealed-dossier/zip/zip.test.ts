import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SEALED_LIMITS } from '../../../../electron/contract/sealed.ts';
import { AppError } from '../../../../electron/core/errors/app-error.ts';
import { readZip } from './zip-read.ts';
import { writeZip } from './zip-write.ts';

const FILES = [{ name: 'manifest.json', bytes: Buffer.from('{}') }, { name: 'captures/portrait.png', bytes: Buffer.from([1, 2, 3]) }];
const failure = (bytes: Uint8Array): unknown => {
  try {
    return readZip(bytes);
  } catch (error) {
    return error;
  }
};
const patched = (at: number, value: number): Buffer => {
  const zip = Buffer.from(writeZip(FILES));
  zip[at] = value;
  return zip;
};
const CENTRAL = Buffer.from(writeZip(FILES)).indexOf('PK\u0001\u0002', 'latin1');
const END = Buffer.from(writeZip(FILES)).length - 22;

describe('the ZIP of a sealed dossier', () => {
  it('comes back in its order, and is the same bytes every time and everywhere', () => {
    const zip = writeZip(FILES);
    expect(readZip(zip).map(({ name, bytes }) => ({ name, bytes: Buffer.from(bytes) }))).toEqual(FILES);
    expect(writeZip(FILES)).toEqual(zip);
    expect(Buffer.from(zip).subarray(10, 14).toString('hex')).toBe('00002100'); // 1980-01-01 00:00, whatever the zone
  });

  it.each([
    ['a compressed entry', patched(CENTRAL + 10, 8), 'not a plain stored entry'],
    ['an encrypted entry', patched(CENTRAL + 8, 1), 'not a plain stored entry'],
    ['a symbolic link', patched(CENTRAL + 41, 0xa1), 'not a plain stored entry'],
    ['a local header that says otherwise', patched(8, 8), 'local header differs'],
    ['a wrong checksum', patched(43, 0), 'checksum'],
    ['an entry that claims four gigabytes', patched(CENTRAL + 27, 0xff), 'entry size'],
    ['an entry count of zero', patched(END + 8, 0), 'end record'],
    ['a comment', patched(END + 20, 1), 'end record'],
    ['a second disk', patched(END + 4, 1), 'end record'],
    ['bytes before the first entry', Buffer.concat([Buffer.from('MZ'), writeZip(FILES)]), 'directory bounds'],
    ['bytes after the end', Buffer.concat([writeZip(FILES), Buffer.from('x')]), 'no end record'],
    ['too many entries', writeZip(Array.from({ length: SEALED_LIMITS.entries + 1 }, (_, i) => ({ name: `f${i}.json`, bytes: Buffer.from('1') }))), 'number of entries'],
  ])('refuses %s', (_name, zip, why) => {
    expect(failure(zip)).toMatchObject({ code: 'sealed.bad-zip', detail: { why } });
  });

  it('answers any bytes with files or sealed.bad-zip', () => {
    const whole = Buffer.from(writeZip(FILES));
    fc.assert(fc.property(fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 }), fc.nat(whole.length), (changes, length) => {
      const zip = Buffer.from(whole);
      for (const [at, value] of changes) zip[at] = value;
      const outcome = failure(length % 7 === 0 ? zip.subarray(0, length) : zip);
      if (!Array.isArray(outcome)) expect(outcome).toBeInstanceOf(AppError);
    }), { numRuns: 3_000 });
  });
});
