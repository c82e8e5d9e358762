import type { Session } from './session.ts';

const KEY = 'last-sign-in';

/**
 * What the sign-in screen showed last on this computer: the station's and the counter's name, and in practice mode the known
 * accounts. With it the form takes typing at the next start while the store is still opening. Holds nothing of a person.
 */
export function rememberSignIn(session: Session | null): void {
  if (session?.phase !== 'sign-in') return;
  const { practice, practiceAccounts, station, idleLockMs } = session;
  localStorage.setItem(KEY, JSON.stringify({ practice, practiceAccounts, station, idleLockMs }));
}

/** `null` on a new station, where the store has to say first whether anybody has an account. */
export function lastSignIn(): Session | null {
  try {
    const { practice, practiceAccounts, station, idleLockMs } = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Session>;
    if (practice === undefined || !Array.isArray(practiceAccounts) || station === undefined || idleLockMs === undefined) return null;
    return { phase: 'sign-in', user: null, practice, practiceAccounts, station, idleLockMs };
  } catch {
    return null;
  }
}
