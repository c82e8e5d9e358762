import { AppError } from '../../../electron/core/errors/app-error.ts';
import type { OpenSession, PageContext } from '../station/page-context.ts';
import type { Station } from '../station/station.ts';

/** Looking at the same thing again within this time is one view in the audit log. */
const SAME_VIEW_MS = 10 * 60_000;

/** Who makes the call. `authorise` ran before; this is for the handler to know the person. @throws {AppError} session.required */
export function acting(context: PageContext): OpenSession {
  const session = context.sessions.current(context);
  if (session === undefined) throw new AppError('session.required');
  return session;
}

export const isoNow = (station: Station): string => new Date(station.now()).toISOString();

/** Notes that somebody looked at something, once per person, thing and ten minutes. */
export function noteView(station: Station, session: OpenSession, action: string, subject: string, detail = ''): void {
  const key = `${action} ${subject} ${detail}`;
  const nowMs = station.now();
  if (nowMs - (session.seen.get(key) ?? -Infinity) < SAME_VIEW_MS) return;
  station.audit.note({ who: session.user.login, action, subject, detail });
  session.seen.set(key, nowMs);
}
