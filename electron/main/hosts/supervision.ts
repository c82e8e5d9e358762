import type { WireError } from '../../core/errors/app-error.ts';

/** The life of one host process as main sees it. Pure: the supervisor runs the effects and feeds events back. */
export type Supervision =
  | { readonly kind: 'starting'; readonly restarts: number }
  | { readonly kind: 'ready'; readonly restarts: number }
  /** Ready, but hasn't answered for a moment: shown, since somebody waits before it, and not yet killed. */
  | { readonly kind: 'quiet'; readonly restarts: number }
  /** Killed for silence or slowness; its end is awaited. */
  | { readonly kind: 'unresponsive'; readonly restarts: number }
  | { readonly kind: 'restarting'; readonly restarts: number }
  | { readonly kind: 'parked'; readonly error: WireError }
  /** The host said itself why it can't work. Starting it again would say the same: a person must act first. */
  | { readonly kind: 'blocked'; readonly error: WireError }
  | { readonly kind: 'stopping' };

export type SupervisionEvent =
  | { readonly type: 'ready' }
  | { readonly type: 'failed'; readonly error: WireError }
  /** No sign of life for a moment, and one again. */
  | { readonly type: 'quiet' }
  | { readonly type: 'heard' }
  /** No sign of life within the limit. */
  | { readonly type: 'silent' }
  /** The process has ended. `upMs`: how long it had been ready, 0 where it never was. */
  | { readonly type: 'gone'; readonly upMs: number }
  | { readonly type: 'delay-over' }
  /** A person pressed "try again". */
  | { readonly type: 'retry' }
  | { readonly type: 'stop' };

export type SupervisionEffect =
  | { readonly run: 'spawn' }
  | { readonly run: 'kill' }
  | { readonly run: 'wait'; readonly delayMs: number }
  | { readonly run: 'ask-to-stop' };

export const RESTART_DELAYS_MS = [0, 1_000, 5_000, 30_000] as const;
/** Ready for this long, a host has earned the whole row of delays again. */
export const STEADY_MS = 60_000;
export const HEARTBEAT_MS = 1_000;
/** What hangs is called so within three seconds: a missed answer and a half, and a heartbeat to notice it. */
export const QUIET_MS = 1_500;
export const SILENCE_MS = 6_000;
/** A large database is checked at start without a pause in which to answer. */
export const START_LIMIT_MS = 120_000;

export const FIRST: Supervision = { kind: 'starting', restarts: 0 };

type Next = readonly [Supervision, ...SupervisionEffect[]];

export function step(state: Supervision, event: SupervisionEvent): Next {
  if (state.kind === 'stopping') return [state];
  switch (event.type) {
    case 'stop': return [{ kind: 'stopping' }, { run: 'ask-to-stop' }];
    case 'ready': return state.kind === 'starting' ? [{ kind: 'ready', restarts: state.restarts }] : [state];
    case 'quiet': return state.kind === 'ready' ? [{ kind: 'quiet', restarts: state.restarts }] : [state];
    case 'heard': return state.kind === 'quiet' ? [{ kind: 'ready', restarts: state.restarts }] : [state];
    case 'failed': return isAlive(state) ? [{ kind: 'blocked', error: event.error }, { run: 'kill' }] : [state];
    case 'silent': return isAlive(state) ? [{ kind: 'unresponsive', restarts: state.restarts }, { run: 'kill' }] : [state];
    case 'gone': return ended(state, event.upMs);
    case 'delay-over': return state.kind === 'restarting' ? [{ kind: 'starting', restarts: state.restarts }, { run: 'spawn' }] : [state];
    case 'retry': return state.kind === 'parked' || state.kind === 'blocked' ? [FIRST, { run: 'spawn' }] : [state];
  }
}

const isAlive = (state: Supervision): state is Extract<Supervision, { kind: 'starting' | 'ready' | 'quiet' }> => state.kind === 'starting' || state.kind === 'ready' || state.kind === 'quiet';

function ended(state: Supervision, upMs: number): Next {
  if (state.kind === 'parked' || state.kind === 'blocked' || state.kind === 'restarting' || state.kind === 'stopping') return [state];
  const before = upMs >= STEADY_MS ? 0 : state.restarts;
  const delayMs = RESTART_DELAYS_MS[before];
  if (delayMs === undefined) return [{ kind: 'parked', error: { code: 'host.parked', detail: { restarts: before } } }];
  return [{ kind: 'restarting', restarts: before + 1 }, { run: 'wait', delayMs }];
}
