import type { CodecError } from '../../electron/core/biometrics/codec-error.ts';
import type { GrayImage } from '../../electron/core/biometrics/image/gray-image.ts';
import { matchPrints } from '../../electron/core/biometrics/matching/match-prints.ts';
import { SAME_FINGER_SCORE, SURELY_SAME_SCORE } from '../../electron/core/biometrics/matching/score-levels.ts';
import { extractTemplate } from '../../electron/core/biometrics/minutiae/print-template.ts';
import { assessPrint, assessSegment, QUALITY_MEASURE, type PrintQuality } from '../../electron/core/biometrics/quality/print-quality.ts';
import { segmentSlap, type FingerSegment } from '../../electron/core/biometrics/segmentation/segment-slap.ts';
import { FINGERS, type Slap } from '../../electron/core/dossier/capture-slots.ts';
import { ok, type Result } from '../../electron/core/result/result.ts';
import { readGreyImage } from '../../native-bridges/kit/images/read-grey-image.ts';
import { ppiOf } from './codec-commands.ts';
import { load, manyOf, oneOf, answered, type Answer, type Command, type Options } from './command.ts';

/** What the counter calls the three slaps on the command line. */
export const HANDS = { right: 'right-four', left: 'left-four', thumbs: 'thumbs' } as const satisfies Record<string, Slap>;
export const slapNamed = ({ hand }: Options): Slap => HANDS[oneOf('hand', hand, Object.keys(HANDS) as (keyof typeof HANDS)[])];

export const PRINT_COMMANDS: Readonly<Record<string, Command>> = {
  quality: { files: 1, run: ([input], options) => answered(imageOf(input!, options), (image) => answerQuality(assessPrint(image))) },
  segment: { files: 1, run: ([input], options) => segment(input!, options) },
  match: { files: 2, run: ([a, b], options) => match(a!, b!, options) },
};

const imageOf = (path: string, options: Options): Result<GrayImage, CodecError> => readGreyImage(load(path), ppiOf(options));

/** A measure that failed has no number, here as anywhere. */
function answerQuality(quality: PrintQuality): Answer {
  if (quality.kind === 'failed') return { json: { measure: QUALITY_MEASURE, score: null, cause: quality.cause }, text: `${QUALITY_MEASURE}: failed (${quality.cause})` };
  const { score, reasons, measures } = quality;
  return { json: { measure: QUALITY_MEASURE, score, reasons, measures }, text: `${QUALITY_MEASURE}: ${printed(quality)}` };
}

const printed = (quality: PrintQuality): string =>
  (quality.kind === 'failed' ? `failed (${quality.cause})` : [`${quality.score}`, ...quality.reasons].join(', '));

function segment(input: string, options: Options): Result<Answer, CodecError> {
  const slot = slapNamed(options);
  const missing = new Set(manyOf('missing', options.missing, FINGERS));
  return answered(imageOf(input, options), (image) => {
    const { fingers, expected, count, hand, handAngleDeg } = segmentSlap(image, { slot, missing });
    const assessed = fingers.map((segment) => ({ segment, quality: assessSegment(image, segment.box) }));
    return {
      json: { slot, expected, count, hand, handAngleDeg, fingers: assessed.map(({ segment: { finger, box, turned }, quality }) => ({ finger: finger ?? null, box, turned, quality: answerQuality(quality).json })) },
      text: [
        `${fingers.length} of ${expected} fingers (${count}), hand ${hand.verdict}, turned ${handAngleDeg.toFixed(1)}°`,
        ...assessed.map(({ segment, quality }) => `  ${printedSegment(segment)}  ${printed(quality)}`),
      ].join('\n'),
    };
  });
}

const printedSegment = ({ finger, box: { leftPx, topPx, widthPx, heightPx }, turned }: FingerSegment): string =>
  `${(finger ?? 'unknown').padEnd(12)} left ${leftPx} top ${topPx} ${widthPx} x ${heightPx}, ${turned.angleDeg.toFixed(1)}°`;

function match(pathA: string, pathB: string, options: Options): Result<Answer, CodecError> {
  const a = imageOf(pathA, options);
  if (!a.ok) return a;
  const b = imageOf(pathB, options);
  if (!b.ok) return b;
  const [one, other] = [extractTemplate(a.value), extractTemplate(b.value)];
  const { score, pairs } = matchPrints(one, other);
  const verdict = score >= SURELY_SAME_SCORE ? 'surely-same' : score >= SAME_FINGER_SCORE ? 'same' : 'not-told';
  return ok({
    json: { score, verdict, pairs: pairs.length, minutiae: [one.minutiae.length, other.minutiae.length] },
    text: `score ${score.toFixed(1)}: ${SAID[verdict]} (${pairs.length} pairs of ${one.minutiae.length} and ${other.minutiae.length} minutiae)`,
  });
}

/** Nothing is ever said to be certainly different: a poor print of the same finger scores low, too. */
const SAID = { 'surely-same': 'the same finger, at the higher level', same: 'the same finger', 'not-told': 'not told to be the same finger' } as const;
