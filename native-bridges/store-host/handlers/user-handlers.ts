import type { Handlers } from '../../../electron/contract/call.ts';
import type { sessionContract } from '../../../electron/contract/session.ts';
import { checkPassword, hashPassword } from '../people/password.ts';
import type { PageContext } from '../station/page-context.ts';
import type { Station } from '../station/station.ts';
import { acting, isoNow } from './acting.ts';

type UserCalls = Pick<Handlers<typeof sessionContract, PageContext>, 'user.list' | 'user.create' | 'user.set-active' | 'user.reset-password'>;

export const userHandlers = (station: Station): UserCalls => ({
  'user.list': () => [...station.users.list()],

  'user.create': async ({ login, displayName, role, password }, context) => {
    const who = acting(context).user.login;
    checkPassword(password, login);
    const passwordHash = await hashPassword(password);
    return station.sql.write(() => {
      const user = station.users.insert({ login, displayName, role, passwordHash, at: isoNow(station) });
      station.audit.note({ who, action: 'user.create', subject: user.id, detail: role });
      return user;
    });
  },

  'user.set-active': ({ id, active }, context) => station.sql.write(() => {
    const who = acting(context).user.login;
    const user = station.users.setActive(id, active);
    if (!active) station.sessions.endOfUser(id);
    station.audit.note({ who, action: active ? 'user.activate' : 'user.deactivate', subject: id });
    return user;
  }),

  'user.reset-password': async ({ id, password }, context) => {
    const who = acting(context).user.login;
    const user = station.users.load(id);
    checkPassword(password, user.login);
    const hash = await hashPassword(password);
    station.sql.write(() => {
      station.users.setPassword(id, hash);
      station.sessions.endOfUser(id);
      station.delay.succeeded(user.login);
      station.audit.note({ who, action: 'user.reset-password', subject: id });
    });
    return {};
  },
});
