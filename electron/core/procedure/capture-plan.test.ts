import { describe, expect, it } from 'vitest';
import { blocks, isOverridable } from './fact.ts';
import { applicantFindings, type Representation } from './applicants.ts';
import { PRINT_SEQUENCES, capturePlan, type CapturePlanInput } from './capture-plan.ts';
import { GROUND_IDS, findGround, groundsOn, groundsOfKind, isFullyOnline } from './issue-grounds.ts';

const TODAY = '2026-09-01';
const plan = (change: Partial<CapturePlanInput>) =>
  capturePlan({ birthDate: '1990-01-01', receivedOn: TODAY, ground: 'never-had-card', sequence: 'thirteen', lastBiometrics: true, ...change });
const applicant = (birthDate: string, representation: Representation, receivedOn = TODAY) => applicantFindings({ birthDate, receivedOn, representation, limitedCapacity: false });
const codes = (birthDate: string, representation: Representation, receivedOn = TODAY): readonly string[] => applicant(birthDate, representation, receivedOn).findings.map(({ code }) => code);

describe('trap 6: thirteen captures in a fixed order', () => {
  it('goes four right, four left, thumbs, then ten rolled from the right thumb', () => {
    expect(PRINT_SEQUENCES.thirteen.slots).toEqual([
      'right-four', 'left-four', 'thumbs', 'rolled-right-thumb', 'rolled-right-index', 'rolled-right-middle', 'rolled-right-ring', 'rolled-right-little',
      'rolled-left-thumb', 'rolled-left-index', 'rolled-left-middle', 'rolled-left-ring', 'rolled-left-little',
    ]);
    expect(plan({}).prints).toHaveLength(13);
  });

  it('takes three slaps where the station is set so, and says that no law was found for it', () => {
    const short = plan({ sequence: 'four-four-two' });
    expect(short.prints).toEqual(['right-four', 'left-four', 'thumbs']);
    expect(short.findings.map(({ code, severity }) => [code, severity])).toEqual([['capture.sequence-by-setting', 'info']]);
  });
});

describe('trap 5: what is captured', () => {
  it.each(['lost', 'damaged'] as const)('takes nothing new for a %s card', (ground) => {
    expect(plan({ ground })).toMatchObject({ prints: [], portrait: false, iris: false, reusesLast: true, faceOnCard: true });
  });

  it('warns while nobody can say whether the last biometrics exist, and captures when they don’t', () => {
    const unknown = plan({ ground: 'lost', lastBiometrics: undefined });
    expect(unknown.reusesLast).toBe(true);
    expect(unknown.findings.map(({ code }) => code)).toContain('capture.last-unconfirmed');
    const none = plan({ ground: 'lost', lastBiometrics: false });
    expect(none).toMatchObject({ portrait: true, iris: true, reusesLast: false });
    expect(none.findings.map(({ code }) => code)).toEqual(['capture.nothing-on-file']);
  });

  it('captures anew when nationality is regained, and for a lost card before 1/7/2024', () => {
    expect(plan({ ground: 'nationality-regained' }).prints).toHaveLength(13);
    expect(plan({ ground: 'lost', receivedOn: '2023-03-01' })).toMatchObject({ portrait: true, iris: false, reusesLast: false });
  });

  it('takes no biometrics under 6, and shows no face on the card', () => {
    expect(plan({ birthDate: '2020-09-02' })).toMatchObject({ prints: [], portrait: false, iris: false, signer: 'representative', faceOnCard: false });
    expect(plan({ birthDate: '2020-09-01' })).toMatchObject({ portrait: true, iris: true, signer: 'representative', faceOnCard: true });
  });

  it('takes iris from 1/7/2024', () => {
    expect([plan({ receivedOn: '2024-06-30' }).iris, plan({ receivedOn: '2024-07-01' }).iris]).toEqual([false, true]);
  });
});

describe('trap 5: who may apply', () => {
  it.each([
    ['2020-09-02', 'none', ['applicant.representative-missing', 'applicant.commune-of-residence']],
    ['2020-09-02', 'with-proof', ['applicant.commune-of-residence']],
    ['2020-09-01', 'none', ['applicant.representative-missing']],
    ['2018-05-05', 'without-proof', ['applicant.proof-missing']],
    ['2012-09-02', 'with-proof', []],
    ['2012-09-01', 'none', []],
    ['1940', 'none', []],
  ] as const)('born %s, representative %s: %j', (birthDate, representation, expected) => {
    expect(codes(birthDate, representation)).toEqual(expected);
  });

  it('has the representative sign up to 14, and makes the card a duty from 14', () => {
    expect(applicant('2018-05-05', 'with-proof').rule).toMatchObject({ applicant: 'citizen-with-representative', signer: 'representative', compulsory: false });
    expect(applicant('2012-09-01', 'none').rule).toMatchObject({ applicant: 'citizen', signer: 'citizen', compulsory: true });
  });

  it('issued no card under 14 before 1/7/2024', () => {
    expect(codes('2012-01-01', 'with-proof', '2024-06-30')).toEqual(['applicant.too-young']);
    expect(codes('2012-01-01', 'with-proof', '2024-07-01')).toEqual([]);
  });

  it('blocks nobody whose year of birth leaves the age open', () => {
    const child = applicant('2012', 'none');
    expect(child.findings.map(({ code }) => code)).toEqual(['applicant.age-band-uncertain', 'applicant.representative-missing']);
    expect(blocks(child.findings)).toBe(false);
    expect(child.findings.every(isOverridable)).toBe(true);
  });

  it('asks for assistance where capacity is limited', () => {
    const { findings } = applicantFindings({ birthDate: '1990', receivedOn: TODAY, representation: 'none', limitedCapacity: true });
    expect(findings.map(({ code, severity }) => [code, severity])).toEqual([['applicant.representative-assists', 'warning']]);
  });
});

describe('grounds', () => {
  it('knows each ground once a day, all of them today', () => {
    for (const day of ['2021-03-01', '2024-06-30', '2024-07-01', TODAY]) {
      const ids = groundsOn(day).map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
    }
    expect(groundsOn(TODAY).map(({ id }) => id).sort()).toEqual([...GROUND_IDS].sort());
  });

  it('exchanged a damaged card before 1/7/2024 and issues it again since', () => {
    expect(findGround('damaged', '2024-06-30')?.kind).toBe('exchange');
    expect(findGround('damaged', '2024-07-01')?.kind).toBe('reissue');
    expect(groundsOfKind('reissue', TODAY).map(({ id }) => id)).toEqual(['lost', 'damaged', 'nationality-regained']);
  });

  it('goes online for lost, damaged and boundary change from 15/3/2026', () => {
    expect([isFullyOnline('lost', '2026-03-14'), isFullyOnline('lost', '2026-03-15'), isFullyOnline('on-request', '2026-03-15')]).toEqual([false, true, false]);
  });
});
