import { err, ok, type Result } from '../result/result.ts';

/** What a reception is that isn't a card dossier (yet): data adjusted first, data collected first, refused in writing. */
export const RECEPTION_OUTCOMES = ['adjust', 'create', 'refuse'] as const;
export type ReceptionOutcome = (typeof RECEPTION_OUTCOMES)[number];

export const RECEPTION_STATES = ['waiting', 'ready', 'declined', 'opened', 'refused', 'cancelled'] as const;
export type ReceptionState = (typeof RECEPTION_STATES)[number];
export type ReceptionEvent = 'record-changed' | 'request-declined' | 'open-dossier' | 'cancel';

/** `ready`: the population record is right now, the citizen can be called. `opened`, `refused` and `cancelled` are the end. */
export const RECEPTION_LIFECYCLE: Readonly<Record<ReceptionState, Partial<Record<ReceptionEvent, ReceptionState>>>> = {
  waiting: { 'record-changed': 'ready', 'request-declined': 'declined', cancel: 'cancelled' },
  ready: { 'open-dossier': 'opened', cancel: 'cancelled' },
  declined: { cancel: 'cancelled' },
  opened: {},
  refused: {},
  cancelled: {},
};

export function nextReception(state: ReceptionState, event: ReceptionEvent): Result<ReceptionState, 'illegal-event'> {
  const target = RECEPTION_LIFECYCLE[state][event];
  return target === undefined ? err('illegal-event') : ok(target);
}
