import type { Session } from './session.ts';

const KEY = 'last-sign-in';

/**
 * What the sign-in screen showed last on this computer: the station's and the counter's name, and whether it was practice. With it
 * the form takes typing at the next start while the store is still opening. Holds nothing of a person, and no account.
 */
export function rememberSignIn(session: Session | null): void {
  if (session?.phase !== 'sign-in') return;
  const { practice, station, idleLockMs } = session;
  localStorage.setItem(KEY, JSON.stringify({ practice, station, idleLockMs }));
}

/** `null` on a new station, where the store has to say first whether anybody has an account. */
export function lastSignIn(): Session | null {
  try {
    const { practice, station, idleLockMs } = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Session>;
    if (practice === undefined || station === undefined || idleLockMs === undefined) return null;
    return { phase: 'sign-in', user: null, practice, practiceAccounts: [], station, idleLockMs };
  } catch {
    return null;
  }
}
