import { fromMojibake } from './mojibake.ts';
import { isSyllable } from './syllable.ts';
import { fromTcvn3 } from './tcvn3.ts';
import { fromVni } from './vni.ts';

export type LegacyEncoding = 'tcvn3' | 'vni' | 'utf8-as-windows-1252';
export type Recognised = { readonly encoding: LegacyEncoding; readonly text: string };

/** Letters that only Unicode text can hold; no legacy font has them at these places. */
const UNICODE_ONLY = /[ăđĩũơưĂĐĨŨƠƯ\u1ea0-\u1ef9]|\p{M}/u;
const BEYOND_ASCII = /[\u0080-\u00ff]/;
const WORD = /[\p{L}\p{M}\u00a1-\u00ff]+/gu;

/**
 * Tells text of a TCVN3 or VNI font, or UTF-8 shown with the wrong table, and gives it in Unicode; `undefined` for text that is fine.
 * It decides by counting words that could be Vietnamese syllables, and changes nothing unless the reading gains on the text as it
 * stands: "José" or "Hà" stay what they are. The officer is shown both before anything is replaced.
 */
export function recogniseLegacy(text: string): Recognised | undefined {
  const broken = fromMojibake(text);
  if (broken !== undefined && UNICODE_ONLY.test(broken)) return { encoding: 'utf8-as-windows-1252', text: broken };
  if (UNICODE_ONLY.test(text) || !BEYOND_ASCII.test(text)) return undefined;
  const asIs = countSyllables(text);
  const readings = ([['tcvn3', fromTcvn3(text)], ['vni', fromVni(text)]] as const).map(([encoding, read]) => ({ encoding, text: read, score: countSyllables(read) }));
  const best = readings.reduce((left, right) => (right.score > left.score ? right : left));
  const tied = readings.every(({ score }) => score === best.score);
  return best.score > asIs && !tied ? { encoding: best.encoding, text: best.text.normalize('NFC') } : undefined;
}

/** Words that look like syllables, as a share of all words: a reading that tears words apart must not gain by their number. */
function countSyllables(text: string): number {
  const words = text.match(WORD) ?? [];
  return words.length === 0 ? 0 : words.filter(isSyllable).length / words.length;
}
