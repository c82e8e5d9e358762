/**
 * What a keyboard-wedge scanner does to a code when the computer's keyboard isn't English. Each makes the text unusable,
 * and each has its own remedy: switch the layout, switch the input method off, or read through a serial port.
 */
export type WedgeFault = 'vietnamese-layout' | 'azerty-layout' | 'shifted-digits' | 'lost-separators' | 'replaced-letters';

/** The digit row of Windows' Vietnamese layout: 1..0 give ă â ê ô and five tone marks, then đ; looked for in decomposed text. */
const VIETNAMESE_ROW = /^(?=.{0,9}(?:đ|\p{M}))(?:\p{M}|[aeođ]){10,}/u;
/** The digit row of a French layout without shift, and of an English one with shift held. */
const AZERTY_ROW = /^[&é"'(\-è_çà]{9,}/u;
const SHIFTED_ROW = /^[!@#$%^&*()]{9,}/;

/** @returns what went wrong with a scanned text that isn't a card's code, or `undefined` when it is just something else. */
export function wedgeFaultOf(text: string): WedgeFault | undefined {
  if (VIETNAMESE_ROW.test(text.normalize('NFD'))) return 'vietnamese-layout';
  if (AZERTY_ROW.test(text)) return 'azerty-layout';
  if (SHIFTED_ROW.test(text)) return 'shifted-digits';
  if (/^\d{12}\D/.test(text) && /\d{8}\D*$/.test(text)) return 'lost-separators';
  return undefined;
}

/** Letters that a scanner without the right code page replaces: `?` inside a word, U+FFFD, or a box. */
export const hasReplacedLetters = (text: string): boolean => /\p{L}\?|\?\p{L}|[\ufffd\u25a1]/u.test(text);
