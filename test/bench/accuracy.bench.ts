import { FINGERS, type Finger } from '../../electron/core/dossier/capture-slots.ts';
import { matchPrints } from '../../electron/core/biometrics/matching/match-prints.ts';
import { extractTemplate, type PrintTemplate } from '../../electron/core/biometrics/minutiae/print-template.ts';
import { assessPrint, type PrintQuality } from '../../electron/core/biometrics/quality/print-quality.ts';
import type { QualityReason } from '../../electron/core/biometrics/quality/quality-reasons.ts';
import { overlapOf } from '../../electron/core/biometrics/raster/crop.ts';
import { segmentSlap } from '../../electron/core/biometrics/segmentation/segment-slap.ts';
import type { Flaw } from '../../drivers/personas/prints.ts';
import { forgetSkins, printOf, slapOf } from '../integration/persona-prints.ts';
import { rowOf, type Row } from './row.ts';

/**
 * Fingers laid down five times each, every finger once against all others. `full` is what the figures are stated for: 200
 * fingers, 2,000 genuine and 20,000 impostor pairs; 125 people with both hands and four touches each, 1,000 slaps. It takes
 * 25 minutes; a fifth of the people shows a change for the worse in five.
 */
const EXTENT = { full: { people: 20, moreImpostors: 100, hands: 125 }, sample: { people: 6, moreImpostors: 0, hands: 25 } } as const;
type Extent = { readonly people: number; readonly moreImpostors: number; readonly hands: number };
const TOUCHES = 5;
const SLAPS_A_HAND = 4;

/** How right print analysis is on synthetic people: flaws told, hands and boxes found, genuine and impostor pairs parted. */
export async function* accuracyRows({ full }: { readonly full: boolean }): AsyncIterable<Row> {
  const extent = full ? EXTENT.full : EXTENT.sample;
  yield* flawRows(extent);
  yield* handRows(extent);
  yield* matchRows(extent);
}

/** What each flaw must be called; a wet finger pressed flat can look moved, a smear worn. */
const NAMES: Readonly<Partial<Record<Flaw, readonly QualityReason[]>>> = {
  dry: ['dry'], wet: ['wet', 'motion'], worn: ['worn', 'smudged'], scar: ['scarred'], motion: ['motion', 'smudged'], smear: ['smudged', 'worn'], residue: ['residue', 'smudged'],
};
const FLAWED_FINGERS: readonly Finger[] = ['right-thumb', 'left-index', 'right-middle', 'left-little'];
/** With these an officer has to take the finger again; a scar can't be helped. */
const SENT_HOME: ReadonlySet<Flaw> = new Set(['dry', 'wet', 'worn', 'motion', 'smear', 'residue']);
/** TR-03121's threshold of thumbs and index fingers. */
const THRESHOLD = 30;
/** A flaw that costs fewer points than this is not told from the luck of a touch. */
const CLEARLY_LOWER = 4;

function* flawRows({ people }: Extent): Iterable<Row> {
  let prints = 0, unnamed = 0, notLower = 0, sent = 0, passed = 0;
  for (let person = 0; person < people; person++) {
    for (const finger of FLAWED_FINGERS) {
      const scoreOf = (quality: PrintQuality): number => (quality.kind === 'measured' ? quality.score : 0);
      const touch = (flaw?: Flaw): PrintQuality => assessPrint(printOf(7000 + person, finger, { seed: 2, kind: 'plain', flaw }));
      const clean = scoreOf(touch());
      for (const [flaw, names] of Object.entries(NAMES) as [Flaw, readonly QualityReason[]][]) {
        const quality = touch(flaw);
        prints++;
        unnamed += quality.kind === 'measured' && !quality.reasons.some((reason) => names.includes(reason)) ? 1 : 0;
        notLower += scoreOf(quality) > clean - CLEARLY_LOWER ? 1 : 0;
        if (!SENT_HOME.has(flaw) || !/thumb|index/.test(finger)) continue;
        sent++;
        passed += scoreOf(quality) >= THRESHOLD ? 1 : 0;
      }
    }
    forgetSkins();
  }
  yield rowOf('flaw not named, share of flawed prints', '%', [(100 * unnamed) / prints], 5, `${prints} prints, seven flaws`);
  yield rowOf(`flaw less than ${CLEARLY_LOWER} points below clean, share`, '%', [(100 * notLower) / prints], 5, `${prints} prints`);
  yield rowOf('flawed thumb or index at its threshold, share', '%', [(100 * passed) / sent], 15, `${sent} prints, six flaws`);
}

function* handRows({ hands }: Extent): Iterable<Row> {
  let wrongHand = 0, wrongCount = 0, slaps = 0;
  const missed: number[] = [];
  for (let seed = 0; seed < hands; seed++) {
    for (const slot of ['right-four', 'left-four'] as const) {
      for (let touch = 0; touch < SLAPS_A_HAND; touch++, slaps++) {
        // Every other touch at a set turn, spread over ±15°; the others as people lay their hands.
        const handAngleDeg = touch % 2 === 0 ? undefined : ((seed * 7 + touch * 13) % 31) - 15;
        const { image, fingers: drawn } = slapOf(9000 + seed, slot, { impressionSeed: touch + 1, handAngleDeg });
        const { count, hand, fingers } = segmentSlap(image, { slot, missing: new Set() });
        for (const { finger, box } of fingers) {
          const truth = drawn.find((one) => one.finger === finger)?.box;
          if (truth !== undefined) missed.push(100 * (1 - overlapOf(box, { leftPx: truth.left, topPx: truth.top, widthPx: truth.right - truth.left, heightPx: truth.bottom - truth.top })));
        }
        wrongCount += count === 'as-expected' ? 0 : 1;
        wrongHand += hand.verdict === (slot === 'right-four' ? 'right' : 'left') ? 0 : 1;
      }
    }
    forgetSkins();
  }
  yield rowOf('hand not decided rightly, share of slaps', '%', [(100 * wrongHand) / slaps], 1, `${slaps} slaps`);
  yield rowOf('finger box not shared with the drawn one (1 − IoU)', '%', missed, 25, `p95 of ${missed.length} fingers beside`);
  yield rowOf('four fingers not found, share of slaps', '%', [(100 * wrongCount) / slaps], 1, `${slaps} slaps`);
}

function templatesOf(seed: number, finger: Finger): readonly PrintTemplate[] {
  return Array.from({ length: TOUCHES }, (_, touch) => extractTemplate(printOf(seed, finger, { seed: touch + 1, kind: 'plain' })));
}

function* matchRows({ people, moreImpostors }: Extent): Iterable<Row> {
  const prints: (readonly PrintTemplate[])[] = [];
  for (let person = 0; person < people; person++) {
    for (const finger of FINGERS) prints.push(templatesOf(5000 + person, finger));
    forgetSkins();
  }
  const genuine = prints.flatMap((touches) => touches.flatMap((one, n) => touches.slice(n + 1).map((other) => matchPrints(one, other).score)));
  const impostor = prints.flatMap((touches, n) => prints.slice(n + 1).map((others) => matchPrints(touches[0]!, others[0]!).score));
  for (let n = 0; n < moreImpostors; n++) impostor.push(matchPrints(prints[n]![1]!, prints[n + 1]![1]!).score);
  impostor.sort((one, other) => other - one);
  for (const [name, share] of [['0.1', 0.001], ['0.01', 0.0001]] as const) {
    const level = impostor[Math.floor(share * impostor.length)]!;
    const missed = genuine.filter((score) => score <= level).length;
    yield rowOf(`FNMR at FMR ${name} %`, '%', [(100 * missed) / genuine.length], 2, `score ${level.toFixed(1)}; ${genuine.length} genuine, ${impostor.length} impostor`);
  }
}
