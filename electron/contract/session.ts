import { z } from 'zod';
import { ROLES } from '../core/access/roles.ts';
import { Id, Instant, Nothing, call, text } from './call.ts';

export const User = z.strictObject({
  id: Id,
  login: text(40),
  displayName: text(100),
  role: z.enum(ROLES),
  active: z.boolean(),
  lastSignInAt: Instant.nullable(),
});
export type User = z.infer<typeof User>;

const Login = z.string().trim().min(1).max(40);
const Password = z.string().min(1).max(200);
/** Opaque bearer of one sign-in; lives in the page's memory only, so that a restarted store-host can take the session up again. */
const Token = z.string().length(43);

export const SessionView = z.strictObject({
  /** `first-administrator`: no account exists yet. `locked`: the session waits for its password; the draft is kept. */
  phase: z.enum(['first-administrator', 'sign-in', 'locked', 'open']),
  user: User.nullable(),
  practice: z.boolean(),
  /** Known accounts of practice mode, shown on the sign-in screen; empty in a real station. */
  practiceAccounts: z.array(z.strictObject({ login: text(40), password: text(40), displayName: text(100), role: z.enum(ROLES) })),
  station: z.strictObject({ name: text(), counter: text() }),
  idleLockMs: z.int().positive(),
});
export type SessionView = z.infer<typeof SessionView>;

const Signed = z.strictObject({ token: Token, user: User });

export const sessionContract = {
  'session.view': call('anyone', Nothing, SessionView),
  'session.create-administrator': call('anyone', z.strictObject({ login: Login, displayName: z.string().trim().min(1).max(100), password: Password }), Signed),
  'session.sign-in': call('anyone', z.strictObject({ login: Login, password: Password }), Signed),
  /** After a host restart: binds the new port to the old session. Answers the view, which may be `locked`. */
  'session.resume': call('anyone', z.strictObject({ token: Token }), SessionView),
  'session.lock': call('signed-in', Nothing, Nothing),
  /** Allowed while locked. */
  'session.unlock': call('anyone', z.strictObject({ password: Password }), SessionView),
  'session.sign-out': call('anyone', Nothing, Nothing),
  /** The page says that a person did something; keeps the idle clock. */
  'session.activity': call('signed-in', Nothing, Nothing),
  'session.change-password': call('signed-in', z.strictObject({ current: Password, next: Password }), Nothing),

  'user.list': call(['administrator'], Nothing, z.array(User)),
  'user.create': call(['administrator'], z.strictObject({ login: Login, displayName: z.string().trim().min(1).max(100), role: z.enum(ROLES), password: Password }), User),
  'user.set-active': call(['administrator'], z.strictObject({ id: Id, active: z.boolean() }), User),
  'user.reset-password': call(['administrator'], z.strictObject({ id: Id, password: Password }), Nothing),
} as const;
