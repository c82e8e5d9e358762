import { PURPOSES } from '../../../../electron/contract/population.ts';

export type Purpose = (typeof PURPOSES)[number];

const KEY = 'find-purpose';
/** What most people come for; stands until an officer chooses something else on this computer. */
const USUAL: Purpose = 'exchange';

/** The purpose chosen last on this computer. Holds nothing of a citizen; each look-up is audited with the purpose it had. */
export const rememberedPurpose = (): Purpose => PURPOSES.find((purpose) => purpose === localStorage.getItem(KEY)) ?? USUAL;
export const rememberPurpose = (purpose: Purpose): void => localStorage.setItem(KEY, purpose);
