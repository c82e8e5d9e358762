import { expect, it } from 'vitest';
import { mutations } from '../../electron/core/biometrics/fuzz/mutate.ts';
import { seededNoise } from '../../electron/core/biometrics/image/synthetic-ridges.ts';
import { jwsTrust } from '../../native-bridges/transports/jws-trust.ts';
import { makeSbiPki } from '../../scripts/devices/sbi-pki.ts';
import { cut } from '../../scripts/devices/fuzz/target.ts';
import { FUZZ_TARGETS } from '../../scripts/devices/fuzz/targets.ts';

const FRAMES = 20_000;
const COSTLY_FRAMES = 500;

it.each(FUZZ_TARGETS)('$name: damaged frames end in a value, whole or in pieces', ({ good, read, costly }) => {
  const frames = costly ? COSTLY_FRAMES : FRAMES;
  const next = mutations(good, 20_261_122);
  const random = seededNoise(7);
  const ends = new Map<string, number>();
  for (let n = 0; n < frames; n++) {
    const end = read(cut(next(), random));
    ends.set(end, (ends.get(end) ?? 0) + 1);
  }
  expect([...ends.values()].reduce((sum, count) => sum + count, 0)).toBe(frames);
  // A reader that refuses or takes everything is not being tested.
  expect(ends.size).toBeGreaterThan(1);
}, 60_000);

it('a certificate with any one byte changed is refused by a word, whatever OpenSSL makes of it', () => {
  const pki = makeSbiPki();
  const [head = '', payload = '', signature = ''] = pki.sign('{}', 'good').split('.');
  const certificate = Buffer.from((JSON.parse(Buffer.from(head, 'base64url').toString()) as { x5c: [string] }).x5c[0], 'base64');
  const check = jwsTrust([pki.authorityDer]);
  const claim = { signingInput: Buffer.from(`${head}.${payload}`), signature: Buffer.from(signature, 'base64url') };
  expect(check({ ...claim, chain: [certificate] }, Date.now())).toBe('trusted');
  const verdicts = Array.from(certificate, (byte, at) => check({ ...claim, chain: [certificate.with(at, byte ^ 0xff)] }, Date.now()));
  expect(verdicts.filter((verdict) => verdict === 'trusted')).toEqual([]);
});
