import type { CodecError } from '../../electron/core/biometrics/codec-error.ts';
import type { GrayImage } from '../../electron/core/biometrics/image/gray-image.ts';
import { parseFingerprint, type Fingerprint } from '../../electron/core/biometrics/itl/fingerprint.ts';
import { readItl } from '../../electron/core/biometrics/itl/read.ts';
import type { ItlTransaction } from '../../electron/core/biometrics/itl/record.ts';
import { assessPrint, assessSegment, QUALITY_MEASURE, type PrintQuality } from '../../electron/core/biometrics/quality/print-quality.ts';
import { segmentSlap } from '../../electron/core/biometrics/segmentation/segment-slap.ts';
import { decodeWsq } from '../../electron/core/biometrics/wsq/decode.ts';
import { FGP, SLAPS } from '../../electron/core/dossier/capture-slots.ts';
import type { Result } from '../../electron/core/result/result.ts';
import { answered, load, type Answer, type Command } from './command.ts';

export const AGREEMENT_COMMANDS: Readonly<Record<string, Command>> = {
  'quality-agreement': { files: 1, run: ([input]) => agreement(load(input!)) },
};

/** A print of a transaction with the NFIQ class that stands in its 14.022, and what is measured here; null = failed. */
type Judged = { readonly finger: number; readonly rolled: boolean; readonly nfiq: number; readonly score: number | null };

/** Scores against the NFIQ classes (1 best … 5 worst) that somebody else's transaction carries, and how far the two orders agree. */
export function agreementOf({ records }: ItlTransaction): { readonly prints: readonly Judged[]; readonly ranks: Readonly<Record<'all' | 'rolled' | 'plain', number | undefined>> } {
  const prints = records.flatMap((record) => {
    const print = record.kind === 'tagged' ? parseFingerprint(record) : undefined;
    return print === undefined ? [] : judge(print);
  });
  return { prints, ranks: { all: spearman(prints), rolled: spearman(prints.filter(({ rolled }) => rolled)), plain: spearman(prints.filter(({ rolled }) => !rolled)) } };
}

const agreement = (bytes: Uint8Array): Result<Answer, CodecError> => answered(readItl(bytes), (transaction) => {
  const { prints, ranks } = agreementOf(transaction);
  return {
    json: { measure: QUALITY_MEASURE, prints, spearman: ranks },
    text: [
      ...prints.map(({ finger, rolled, nfiq, score }) => `  finger ${String(finger).padStart(2)} ${rolled ? 'rolled' : 'plain '}  NFIQ ${nfiq}  ${QUALITY_MEASURE} ${score ?? 'failed'}`),
      `rank correlation (Spearman): ${Object.entries(ranks).map(([of, value]) => `${of} ${value?.toFixed(2) ?? 'none'}`).join(', ')}`,
    ].join('\n'),
  };
});

const ROLLED: ReadonlySet<number> = new Set([1, 3]);
const isClass = (score: number): boolean => score >= 1 && score <= 5;

function judge({ position, impression, image, nistQuality }: Fingerprint): readonly Judged[] {
  const decoded = image?.compression === 'WSQ20' ? decodeWsq(image.data) : undefined;
  if (image === undefined || decoded?.ok !== true) return [];
  const print: GrayImage = { ...decoded.value, ppi: image.ppi };
  const slot = SLAPS.find((slap) => FGP[slap] === position);
  const found = slot === undefined ? undefined : segmentSlap(print, { slot, missing: new Set() }).fingers;
  return nistQuality.filter(({ score }) => isClass(score)).flatMap(({ position: finger, score: nfiq }) => {
    const box = found?.find((one) => one.finger !== undefined && FGP[one.finger] === finger)?.box;
    if (found !== undefined && box === undefined) return [];
    return [{ finger, nfiq, rolled: ROLLED.has(impression), score: scoreOf(box === undefined ? assessPrint(print) : assessSegment(print, box)) }];
  });
}

const scoreOf = (quality: PrintQuality): number | null => (quality.kind === 'measured' ? quality.score : null);

/** 1 where the orders agree; equal values share their rank. Undefined of fewer than three prints or where one side never changes. */
function spearman(judged: readonly Judged[]): number | undefined {
  const known = judged.filter((one): one is Judged & { readonly score: number } => one.score !== null);
  const [ours, theirs] = [ranked(known.map(({ score }) => score)), ranked(known.map(({ nfiq }) => -nfiq))];
  const middle = (known.length + 1) / 2;
  let together = 0, a = 0, b = 0;
  ours.forEach((rank, n) => {
    together += (rank - middle) * (theirs[n]! - middle);
    a += (rank - middle) ** 2;
    b += (theirs[n]! - middle) ** 2;
  });
  return known.length < 3 || a === 0 || b === 0 ? undefined : together / Math.sqrt(a * b);
}

const ranked = (values: readonly number[]): readonly number[] =>
  values.map((value) => values.filter((other) => other < value).length + (values.filter((other) => other === value).length + 1) / 2);
