import type { Handlers } from '../../../electron/contract/call.ts';
import type { SessionView, sessionContract, User } from '../../../electron/contract/session.ts';
import { AppError } from '../../../electron/core/errors/app-error.ts';
import { PRACTICE_ACCOUNTS } from '../people/practice-accounts.ts';
import { checkPassword, hashPassword, isPassword, NOBODYS_HASH } from '../people/password.ts';
import { normaliseLogin } from '../people/user-repository.ts';
import type { PageContext } from '../station/page-context.ts';
import type { Station } from '../station/station.ts';
import { acting, isoNow } from './acting.ts';

type SessionCalls = Omit<Handlers<typeof sessionContract, PageContext>, `user.${string}`>;

export const sessionHandlers = (station: Station): SessionCalls => ({
  'session.view': (_input, context) => viewOf(station, context),
  'session.create-administrator': (input, context) => createAdministrator(station, input, context),
  'session.sign-in': (input, context) => signIn(station, input, context),
  'session.resume': ({ token }, context) => {
    station.sessions.resume(context, token);
    return viewOf(station, context);
  },
  'session.lock': (_input, context) => {
    station.sessions.lock(acting(context), 'asked');
    return {};
  },
  'session.unlock': ({ password }, context) => unlock(station, password, context),
  'session.sign-out': (_input, context) => {
    const session = station.sessions.current(context);
    if (session !== undefined) {
      station.sql.write(() => {
        station.sessions.end(session);
        station.audit.note({ who: session.user.login, action: 'session.sign-out', subject: session.user.id });
      });
      tell(station, context);
    }
    context.tokenHash = undefined;
    return {};
  },
  'session.activity': () => ({}),
  'session.change-password': async ({ current, next }, context) => {
    const { user } = acting(context);
    await checkKnown(station, user.login, current, 'session.change-password-failed');
    checkPassword(next, user.login);
    const hash = await hashPassword(next);
    station.sql.write(() => {
      station.users.setPassword(user.id, hash);
      station.audit.note({ who: user.login, action: 'session.change-password', subject: user.id });
    });
    return {};
  },
});

export function viewOf(station: Station, context: PageContext): SessionView {
  const session = station.sessions.current(context);
  const closed = station.users.list().length === 0 ? 'first-administrator' : 'sign-in';
  return {
    phase: session === undefined ? closed : session.locked ? 'locked' : 'open',
    user: session?.user ?? null,
    practice: station.practice,
    practiceAccounts: station.practice ? PRACTICE_ACCOUNTS.map(({ passwordHash: _hash, ...account }) => account) : [],
    station: { name: station.settings.get('station.name'), counter: station.settings.get('station.counter') },
    idleLockMs: station.settings.get('session.idle-lock-minutes') * 60_000,
  };
}

type NewAdministrator = { readonly login: string; readonly displayName: string; readonly password: string };

/** Only while nobody exists; checked again inside the transaction, because hashing takes a moment. */
async function createAdministrator(station: Station, input: NewAdministrator, context: PageContext): Promise<{ token: string; user: User }> {
  const checkNone = (): void => {
    if (station.users.list().length > 0) throw new AppError('session.setup-done');
  };
  checkNone();
  checkPassword(input.password, input.login);
  const passwordHash = await hashPassword(input.password);
  return open(station, context, () => {
    checkNone();
    const user = station.users.insert({ login: input.login, displayName: input.displayName, role: 'administrator', passwordHash, at: isoNow(station) });
    station.audit.note({ who: user.login, action: 'user.create', subject: user.id, detail: 'first administrator' });
    return user;
  });
}

async function signIn(station: Station, input: { readonly login: string; readonly password: string }, context: PageContext): Promise<{ token: string; user: User }> {
  station.audit.checkClock();
  const user = await checkKnown(station, input.login, input.password, 'session.sign-in-failed');
  return open(station, context, () => {
    station.delay.succeeded(input.login);
    station.users.signedIn(user.id, isoNow(station));
    station.audit.note({ who: user.login, action: 'session.sign-in', subject: user.id });
    return station.users.load(user.id);
  });
}

function open(station: Station, context: PageContext, prepare: () => User): { token: string; user: User } {
  const earlier = station.sessions.current(context);
  const opened = station.sql.write(() => {
    if (earlier !== undefined) station.sessions.end(earlier);
    const user = prepare();
    return { token: station.sessions.start(context, user), user };
  });
  tell(station, context);
  return opened;
}

async function unlock(station: Station, password: string, context: PageContext): Promise<SessionView> {
  const session = station.sessions.current(context);
  if (session === undefined) throw new AppError('session.required');
  await checkKnown(station, session.user.login, password, 'session.unlock-failed');
  station.sql.write(() => {
    station.delay.succeeded(session.user.login);
    station.sessions.unlock(session);
    station.audit.note({ who: session.user.login, action: 'session.unlock', subject: session.user.id });
  });
  tell(station, context);
  return viewOf(station, context);
}

/**
 * The person behind a login and password. Takes as long for an unknown login as for a wrong password.
 * @throws {AppError} session.wait, session.bad-credentials, session.inactive
 */
async function checkKnown(station: Station, login: string, password: string, action: string): Promise<User> {
  station.delay.check(login, station.now());
  const known = station.users.findForSignIn(login);
  const right = await isPassword(password, known?.passwordHash ?? NOBODYS_HASH);
  // Several tries may have been under way at once: each counts, and a wait earned meanwhile holds for all.
  station.delay.check(login, station.now());
  if (known !== undefined && right && known.user.active) return known.user;
  station.sql.write(() => {
    const waitMs = station.delay.failed(login, station.now());
    station.audit.note({ who: known?.user.login ?? 'unknown', action, subject: known?.user.id ?? normaliseLogin(login).slice(0, 40), detail: `wait ${waitMs / 1000} s` });
  });
  throw new AppError(right && known !== undefined ? 'session.inactive' : 'session.bad-credentials');
}

function tell(station: Station, context: PageContext): void {
  const { phase, user } = viewOf(station, context);
  context.emit('session.changed', { phase, role: user?.role ?? null });
}
