import { FGP, FINGERS, FINGERS_OF, ROLLED_SLOTS, SLAPS, type CaptureSlot, type FingerprintSlot } from '../../dossier/capture-slots.ts';
import { parseFace } from '../itl/face-iris.ts';
import { parseFingerprint } from '../itl/fingerprint.ts';
import { COMPRESSIONS, type ItlImage } from '../itl/image-fields.ts';
import type { ItlRecord, ItlTransaction, Type4Record } from '../itl/record.ts';
import type { GrayImage } from '../image/gray-image.ts';
import type { PenStrokes } from '../signature/pen-strokes.ts';
import { signatureIn } from './signature-records.ts';

/** Images of a transaction by the counter's positions, and the signature as strokes or picture. */
export type RecordedImages = { readonly images: ReadonlyMap<CaptureSlot, ItlImage>; readonly signature: PenStrokes | GrayImage | undefined };

/** Field xx.003 of a roll: live, from paper, and their contactless kin. */
const ROLLED: ReadonlySet<number> = new Set([1, 3, 25]);
/** Plain thumbs have codes of their own. */
const PLAIN_THUMBS: Readonly<Record<number, FingerprintSlot>> = { 11: 'right-thumb', 12: 'left-thumb' };
/** The fixed resolution of Type-4. */
const FIXED_PPI = 500;

/**
 * What a counter could have captured of anybody's transaction: Type-14 and Type-4 prints, the first of each position; the
 * first Type-10 face; Type-8. A roll stands in for the plain print of a finger that no other image shows.
 */
export function recordedImages({ records }: ItlTransaction): RecordedImages {
  const images = new Map<CaptureSlot, ItlImage>();
  for (const record of records) {
    const print = printIn(record);
    if (print !== undefined && !images.has(print.slot)) images.set(print.slot, print.image);
    const face = record.kind === 'tagged' ? parseFace(record)?.image : undefined;
    if (face !== undefined && !images.has('portrait')) images.set('portrait', face);
  }
  for (const slap of SLAPS) {
    if (images.has(slap)) continue;
    for (const finger of FINGERS_OF[slap]) {
      const roll = images.get(`rolled-${finger}`);
      if (roll !== undefined && !images.has(finger)) images.set(finger, roll);
    }
  }
  return { images, signature: signatureIn(records) };
}

function printIn(record: ItlRecord): { readonly slot: FingerprintSlot; readonly image: ItlImage } | undefined {
  if (record.kind === 'type-4') return placed(record.positions[0] ?? 0, record.impression, imageOfType4(record));
  const print = record.kind === 'tagged' ? parseFingerprint(record) : undefined;
  return print?.image === undefined ? undefined : placed(print.position, print.impression, print.image);
}

function placed(position: number, impression: number, image: ItlImage | undefined): { readonly slot: FingerprintSlot; readonly image: ItlImage } | undefined {
  const slots: readonly FingerprintSlot[] = position > FINGERS.length ? SLAPS : ROLLED.has(impression) ? ROLLED_SLOTS : FINGERS;
  const slot = PLAIN_THUMBS[position] ?? slots.find((candidate) => FGP[candidate] === position);
  return slot === undefined || image === undefined ? undefined : { slot, image };
}

/** Undefined for a compression code that the standard does not have. */
function imageOfType4({ widthPx, heightPx, compression, data }: Type4Record): ItlImage | undefined {
  const name = COMPRESSIONS[compression];
  return name === undefined ? undefined : { widthPx, heightPx, ppi: FIXED_PPI, compression: name, data };
}
