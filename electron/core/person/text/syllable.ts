/** Tones of a syllable; `''` is the unmarked one. */
const TONE = /[\u0300\u0301\u0303\u0309\u0323]/gu;

const ONSETS = 'ngh|nh|ng|ch|gh|gi|kh|ph|qu|th|tr|b|c|d|đ|g|h|k|l|m|n|p|r|s|t|v|x';
const NUCLEI = 'oa|oă|oe|oo|ua|uâ|uơ|uô|ue|uê|uy|uya|uyê|iê|ia|yê|ươ|ưa|a|ă|â|e|ê|i|o|ô|ơ|u|ư|y';
/** `i`, `y`, `o`, `u` close a syllable as half-vowels. */
const CODAS = 'ch|nh|ng|c|m|n|p|t|i|y|o|u';
const SYLLABLE = new RegExp(`^(?:${ONSETS})?(?:${NUCLEI})(${CODAS})?$`, 'u');
const STOPPED = /^(ch|c|p|t)$/;

/**
 * Whether a word could be a Vietnamese syllable. A guess for telling encodings apart and for spotting garbled scans:
 * names of many peoples of Vietnam (Êñuôl, H'Hen, Kpă) are not, so nothing may be refused because of it.
 */
export function isSyllable(word: string): boolean {
  const bare = word.toLocaleLowerCase('vi').normalize('NFD');
  const tones = bare.match(TONE) ?? [];
  if (tones.length > 1) return false;
  const match = SYLLABLE.exec(bare.replace(TONE, '').normalize('NFC'));
  if (match === null) return false;
  // A syllable closed by a stop carries the rising or the heavy tone only.
  return !STOPPED.test(match[1] ?? '') || tones.length === 0 || tones[0] === '\u0301' || tones[0] === '\u0323';
}
