/** Why a citizen has to be told something, and how it was tried. Silence is the complaint most often heard. */
export const CONTACT_CAUSES = ['returned', 'rejected', 'reception-ready', 'reception-declined'] as const;
export type ContactCause = (typeof CONTACT_CAUSES)[number];

export const CONTACT_WAYS = ['phone', 'in-person', 'message', 'commune'] as const;
/** `told` and `given-up` (after tries, with a note) close the task. */
export const CONTACT_OUTCOMES = ['told', 'no-answer', 'wrong-number', 'call-later', 'given-up'] as const;
export type ContactOutcome = (typeof CONTACT_OUTCOMES)[number];

/** Tries after which a task may be given up, each on its own; before that nobody is left untold. Own choice. */
export const TRIES_BEFORE_GIVING_UP = 3;
export const closesContact = (outcome: ContactOutcome): boolean => outcome === 'told' || outcome === 'given-up';
