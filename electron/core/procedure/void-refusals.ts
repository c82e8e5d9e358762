/**
 * Why a chief lets a receipt stand that somebody asked to void. The list is the project's own: no text sets one.
 * Sentences live in renderer/i18n/<locale>/fees.json.
 */
export const VOID_REFUSALS = ['receipt-right', 'copy-not-returned', 'cause-unclear', 'other-way', 'other'] as const;
export type VoidRefusal = (typeof VOID_REFUSALS)[number];

/** `other` says nothing by itself: the officer has to read why. */
export const saysWhy = (refusal: VoidRefusal, words: string): boolean => refusal !== 'other' || words.trim() !== '';
