/** `hung`: the device is there and does not answer. */
export type BlockedReason = 'permission' | 'in-use' | 'gave-up' | 'hung';
export type OpenFailure = 'permission' | 'in-use' | 'hung' | 'io';

/** What the officer sees as a coloured dot. Pure: no timers, no I/O; the host runs the effects and feeds events back. */
export type SessionState =
  | { readonly kind: 'absent' }
  | { readonly kind: 'opening'; readonly attempt: number }
  | { readonly kind: 'ready' }
  | { readonly kind: 'busy'; readonly job: string }
  | { readonly kind: 'lost'; readonly attempt: number }
  | { readonly kind: 'blocked'; readonly reason: BlockedReason };

export type SessionEvent =
  | { readonly type: 'arrived' } | { readonly type: 'opened' } | { readonly type: 'removed' }
  | { readonly type: 'open-failed'; readonly reason: OpenFailure }
  /** Open and unused, it was asked for a sign of life and gave none in time; `answered`: it did after all. */
  | { readonly type: 'unanswered' } | { readonly type: 'answered' }
  | { readonly type: 'job-started'; readonly job: string } | { readonly type: 'job-ended' }
  | { readonly type: 'suspended' } | { readonly type: 'resumed' } | { readonly type: 'retry-now' }
  /** Closed and opened anew whatever it does: for a device that hangs. */
  | { readonly type: 'reset' };

export type SessionEffect = { readonly run: 'open'; readonly delayMs: number } | { readonly run: 'close' } | { readonly run: 'fail-job' };

const MAX_ATTEMPTS = 6;
/** 300 ms floor: udev sets the hidraw mode after the node appears (signal11/hidapi#217); then x2, capped at 10 s. */
export const openDelayMs = (attempt: number): number => Math.min(300 * 2 ** attempt, 10_000);

export function step(state: SessionState, event: SessionEvent): readonly [SessionState, ...SessionEffect[]] {
  switch (event.type) {
    case 'arrived':
    case 'retry-now':   return isHung(state) ? reset(state) : state.kind === 'ready' || state.kind === 'busy' ? [state] : open(0);
    case 'reset':       return reset(state);
    case 'resumed':     return state.kind === 'lost' ? open(0) : [state];
    case 'suspended':
    case 'removed':     return lose(state, event.type === 'removed');
    case 'opened':      return state.kind === 'opening' || isHung(state) ? [{ kind: 'ready' }] : [state];
    case 'unanswered':  return state.kind === 'ready' ? [{ kind: 'blocked', reason: 'hung' }] : [state];
    case 'answered':    return isHung(state) ? [{ kind: 'ready' }] : [state];
    case 'job-started': return state.kind === 'ready' ? [{ kind: 'busy', job: event.job }] : [state];
    case 'job-ended':   return state.kind === 'busy' ? [{ kind: 'ready' }] : [state];
    case 'open-failed': return openFailed(state, event.reason);
  }
}

const open = (attempt: number): readonly [SessionState, SessionEffect] =>
  [{ kind: 'opening', attempt }, { run: 'open', delayMs: openDelayMs(attempt) }];

/** What was called hung may only have been slow: its opening still runs, and however late it ends, it counts. */
const isHung = (state: SessionState): boolean => state.kind === 'blocked' && state.reason === 'hung';

function openFailed(state: SessionState, reason: OpenFailure): readonly [SessionState, ...SessionEffect[]] {
  if (state.kind !== 'opening' && !isHung(state)) return [state];
  if (reason !== 'io') return isHung(state) && reason === 'hung' ? [state] : [{ kind: 'blocked', reason }];
  const tries = state.kind === 'opening' ? state.attempt + 1 : 1;
  return tries >= MAX_ATTEMPTS ? [{ kind: 'blocked', reason: 'gave-up' }] : open(tries);
}

function reset(state: SessionState): readonly [SessionState, ...SessionEffect[]] {
  if (state.kind === 'absent') return [state];
  const [opening, effect] = open(0);
  return state.kind === 'busy' ? [opening, { run: 'fail-job' }, { run: 'close' }, effect] : [opening, { run: 'close' }, effect];
}

function lose(state: SessionState, gone: boolean): readonly [SessionState, ...SessionEffect[]] {
  const to: SessionState = gone ? { kind: 'absent' } : { kind: 'lost', attempt: 0 };
  if (state.kind === 'absent' || (!gone && state.kind === 'lost')) return [state];
  if (state.kind === 'busy') return [to, { run: 'fail-job' }, { run: 'close' }];
  return [to, { run: 'close' }];
}
