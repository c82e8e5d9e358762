/**
 * Characters that take no room on screen and ride along when text is pasted: zero-width signs, joiners, direction marks,
 * byte-order mark, variation selectors. U+00AD (soft hyphen) is not here: in TCVN3 text it is the letter "ư".
 */
const INVISIBLE = /\p{Variation_Selector}|\u034f|[\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/gu;
/** Every kind of blank; the no-break space is the usual one in text copied from a web page. */
const BLANKS = /[\s\u00a0\u2000-\u200a\u202f\u205f\u3000]+/gu;

/** Text without characters nobody can see. */
export const withoutInvisible = (text: string): string => text.replace(INVISIBLE, '');

/**
 * Text as state data demands it: composed Unicode, no invisible signs, single spaces, no blanks around.
 * Source: TCVN 6909:2001, mandatory since 1/1/2003 (QĐ 72/2002/QĐ-TTg); NFC is what its precomposed set amounts to.
 */
export const cleanText = (text: string): string => withoutInvisible(text).normalize('NFC').replace(BLANKS, ' ').trim();
