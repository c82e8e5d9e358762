import { describe, expect, it } from 'vitest';
import { PrintAnalysis } from '../../../electron/contract/analysis.ts';
import { DEFAULT_POLICY } from '../../../electron/core/biometrics/capture-policy/policy-settings.ts';
import type { Finger, FingerprintSlot } from '../../../electron/core/dossier/capture-slots.ts';
import { FingerprintArtist, type PrintRequest } from '../../../drivers/personas/fingerprints.ts';
import { analysePrint, readTemplates, type NamedTemplate, type PrintFindings } from './analyse-print.ts';

const artist = new FingerprintArtist();
const SEED = 4_011;

type Scene = Partial<Omit<PrintRequest, 'slot' | 'missing'>> & { readonly there?: readonly Finger[]; readonly missing?: readonly Finger[]; readonly accepted?: readonly NamedTemplate[]; readonly acceptedKnown?: boolean };

/** What is found when `missing` fingers are marked and the fingers in `there` are lifted from the glass all the same. */
function found(slot: FingerprintSlot, { there = [], missing = [], accepted = [], acceptedKnown = true, ...scene }: Scene = {}): PrintFindings {
  const raster = artist.draw({ seed: SEED, slot, missing: new Set([...missing, ...there]), attempt: 1, ...scene });
  const findings = analysePrint({ raster, ppi: 500, slot, missing, settings: DEFAULT_POLICY, accepted, acceptedKnown });
  expect(PrintAnalysis.safeParse(findings.analysis).success).toBe(true);
  return findings;
}
const kinds = ({ analysis }: PrintFindings): readonly string[] => [...new Set(analysis.problems.map(({ kind }) => kind))];

describe('what is found in a print', () => {
  it('a good right hand: four named fingers, each with a box and a quality above its threshold', () => {
    const { analysis, templates } = found('right-four');
    expect(analysis).toMatchObject({ verdict: 'good', hand: 'right', problems: [], impression: 'plain', measure: 'TCC-PQ2' });
    expect(analysis.segments.map(({ finger }) => finger)).toEqual(['right-index', 'right-middle', 'right-ring', 'right-little']);
    expect(analysis.segments.every(({ ok, quality, threshold }) => ok && quality! >= threshold!)).toBe(true);
    expect(templates.every(({ template }) => template.minutiae.length > 15)).toBe(true);
  });

  it.each(['wet', 'dry'] as const)('one finger that is %s is named with its reason, and another try is asked for', (flaw) => {
    const { analysis } = found('right-four', { flaws: { 'right-index': flaw } });
    expect(analysis.verdict).toBe('retake');
    expect(analysis.problems).toContainEqual({ kind: 'low-quality', finger: 'right-index' });
    expect(analysis.segments.find(({ finger }) => finger === 'right-index')).toMatchObject({ ok: false, reasons: expect.arrayContaining([flaw]) });
  });

  it('the other hand is for the officer to look at', () => {
    const findings = found('right-four', { wrongHand: true });
    expect(kinds(findings)).toContain('wrong-hand');
    expect(findings.analysis.verdict).toBe('look');
  });

  it('a finger that was lifted is counted, and no finger is named', () => {
    const { analysis } = found('left-four', { there: ['left-ring'] });
    expect(analysis).toMatchObject({ verdict: 'retake', problems: [{ kind: 'too-few-fingers', found: 3, expected: 4 }] });
    expect(analysis.segments.every(({ finger }) => finger === null)).toBe(true);
  });

  it('a hand with two fingers marked as missing is good without them, and suspicious with them', () => {
    const missing = ['left-ring', 'left-little'] as const;
    expect(found('left-four', { missing }).analysis).toMatchObject({ verdict: 'good', expected: ['left-index', 'left-middle'] });
    const whole = artist.draw({ seed: SEED, slot: 'left-four', missing: new Set(), attempt: 1 });
    const { analysis } = analysePrint({ raster: whole, ppi: 500, slot: 'left-four', missing, settings: DEFAULT_POLICY, accepted: [], acceptedKnown: true });
    expect(analysis.problems).toContainEqual({ kind: 'missing-finger-seen', fingers: missing });
  });

  it('the hand that was captured before is seen again in place of the other', () => {
    const right = found('right-four').templates;
    expect(kinds(found('left-four', { wrongHand: true, attempt: 2, accepted: right }))).toContain('hands-swapped');
  });

  it('one finger shown twice is said with both names', () => {
    const { analysis } = found('right-four', { instead: { 'right-ring': 'right-middle' } });
    expect(analysis.problems).toContainEqual({ kind: 'same-finger', finger: 'right-ring', sameAs: 'right-middle' });
  });

  it('a roll is verified against its plain print', () => {
    const plain = found('right-four').templates;
    expect(found('rolled-right-index', { accepted: plain }).analysis).toMatchObject({ impression: 'rolled', rollCheck: 'successful', problems: [] });
    const wrong = found('rolled-right-index', { accepted: plain, instead: { 'right-index': 'right-middle' } });
    expect(wrong.analysis).toMatchObject({ rollCheck: 'wrong-finger', verdict: 'look' });
    expect(wrong.analysis.problems).toContainEqual({ kind: 'wrong-finger', finger: 'right-index', looksLike: 'right-middle' });
  });

  it('a roll whose plain print is not at hand says why nothing could be compared, and is told by the others all the same', () => {
    const others = found('right-four').templates.filter(({ finger }) => finger !== 'right-index');
    expect(found('rolled-right-index', { accepted: others }).analysis).toMatchObject({ rollCheck: 'no-plain-print', verdict: 'good', problems: [] });
    expect(found('rolled-right-index', { accepted: [], acceptedKnown: false }).analysis).toMatchObject({ rollCheck: 'plain-print-unread', verdict: 'good' });
    expect(found('rolled-right-index', { accepted: others, instead: { 'right-index': 'right-middle' } }).analysis).toMatchObject({ rollCheck: 'wrong-finger' });
  });

  it('a plain print that is read again gives what was taken of it the first time', () => {
    const missing = ['right-little'] as const;
    const raster = artist.draw({ seed: SEED, slot: 'right-four', missing: new Set(missing), attempt: 1 });
    expect(readTemplates({ raster, ppi: 500, slot: 'right-four', missing })).toEqual(found('right-four', { missing }).templates);
  });

  it('an empty glass and an unusable resolution are findings, never numbers', () => {
    const raster = { widthPx: 1600, heightPx: 1500, channels: 1 as const, pixels: new Uint8Array(1600 * 1500).fill(248) };
    const work = { raster, slot: 'right-thumb' as const, missing: [], settings: DEFAULT_POLICY, accepted: [], acceptedKnown: true };
    expect(analysePrint({ ...work, ppi: 500 }).analysis).toMatchObject({ segments: [], problems: [{ kind: 'too-few-fingers', found: 0, expected: 1 }] });
    expect(analysePrint({ ...work, ppi: 96 }).analysis).toMatchObject({ segments: [], problems: [{ kind: 'not-measured' }], verdict: 'look' });
  });
});
