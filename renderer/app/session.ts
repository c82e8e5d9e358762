import type { Client, Reply } from '../../electron/contract/call.ts';
import type { StoreContract } from '../../electron/contract/store.ts';
import type { SessionView } from '../../electron/contract/session.ts';
import type { z } from 'zod';
import { Observable } from './observable.ts';

export type Session = z.infer<typeof SessionView>;
type StoreCall = Client<StoreContract>;

/** Who is signed in. The token lives in this object's memory only and takes the session up again after store-host restarts. */
export class SessionKeeper {
  readonly view = new Observable<Session | null>(null);
  #token: string | undefined;

  /** First words on every new port: the old session if there was one, else what the sign-in screen needs. */
  async greet(call: StoreCall): Promise<void> {
    if (this.#token !== undefined) {
      const resumed = await call['session.resume']({ token: this.#token });
      if (resumed.ok) return this.view.set(resumed.value);
      if (resumed.error.code === 'host.crashed') return;
      this.#token = undefined;
    }
    await this.refresh(call);
  }

  async refresh(call: StoreCall): Promise<void> {
    const reply = await call['session.view']({});
    if (reply.ok) this.view.set(reply.value);
  }

  async signIn(call: StoreCall, login: string, password: string): Promise<Reply<unknown>> {
    return this.#open(call, await call['session.sign-in']({ login, password }));
  }

  async createAdministrator(call: StoreCall, account: { login: string; displayName: string; password: string }): Promise<Reply<unknown>> {
    return this.#open(call, await call['session.create-administrator'](account));
  }

  async unlock(call: StoreCall, password: string): Promise<Reply<unknown>> {
    const reply = await call['session.unlock']({ password });
    if (reply.ok) this.view.set(reply.value);
    return reply;
  }

  async lock(call: StoreCall): Promise<void> {
    await call['session.lock']({});
    await this.refresh(call);
  }

  async signOut(call: StoreCall): Promise<void> {
    await call['session.sign-out']({});
    this.#token = undefined;
    await this.refresh(call);
  }

  async #open(call: StoreCall, reply: Reply<{ readonly token: string }>): Promise<Reply<unknown>> {
    if (!reply.ok) return reply;
    this.#token = reply.value.token;
    await this.refresh(call);
    return reply;
  }
}
