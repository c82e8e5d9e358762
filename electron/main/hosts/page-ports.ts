import type { PageHost } from '../../contract/page.ts';
import type { Reply } from '../../contract/call.ts';
import type { ErrorCode } from '../../core/errors/app-error.ts';
import { log } from '../diagnostics/log.ts';
import type { MainPort } from './host-process.ts';
import { nextPortId } from './port-numbers.ts';
import type { Supervisor } from './supervisor.ts';

/** What stands behind a window: how its page is given the other end of a channel. */
export type PageEnd = {
  readonly windowId: number;
  readonly window: 'officer' | 'citizen';
  /** Hands the page its end. */
  give(host: PageHost, generation: number, port: MainPort): void;
};

type Lent = { readonly host: PageHost; readonly portId: number; readonly generation: number };

/** Which window holds a port to which host. A window has at most one per host: the newest. */
export class PagePorts {
  readonly #supervisor: (host: PageHost) => Supervisor;
  readonly #channel: () => readonly [MainPort, MainPort];
  readonly #lent = new Map<number, Lent[]>();

  constructor(supervisor: (host: PageHost) => Supervisor, channel: () => readonly [MainPort, MainPort]) {
    this.#supervisor = supervisor;
    this.#channel = channel;
  }

  connect(page: PageEnd, host: PageHost): Reply<{ readonly generation: number }> {
    const supervisor = this.#supervisor(host);
    if (!supervisor.ready) return { ok: false, error: { code: codeOf(supervisor), detail: { host } } };
    this.#revoke(page.windowId, (lent) => lent.host === host);
    const [pagePort, hostPort] = this.#channel();
    const { generation } = supervisor;
    const portId = nextPortId();
    supervisor.attach({ portId, peer: 'page', window: page.window }, hostPort);
    this.#lent.set(page.windowId, [...(this.#lent.get(page.windowId) ?? []), { host, portId, generation }]);
    page.give(host, generation, pagePort);
    log('page.connected', { host, generation });
    return { ok: true, value: { generation } };
  }

  /** The page is gone or another one now: whatever it still sends on its old ports reaches nobody. */
  revokeAll(windowId: number): void {
    this.#revoke(windowId, () => true);
  }

  #revoke(windowId: number, chosen: (lent: Lent) => boolean): void {
    const all = this.#lent.get(windowId) ?? [];
    this.#lent.set(windowId, all.filter((lent) => !chosen(lent)));
    for (const lent of all.filter(chosen)) {
      const supervisor = this.#supervisor(lent.host);
      // A port of an earlier generation died with its process.
      if (supervisor.generation === lent.generation) supervisor.send({ type: 'port-close', portId: lent.portId });
    }
  }
}

function codeOf(supervisor: Supervisor): ErrorCode {
  const { state, error } = supervisor.status;
  return error !== null && (state === 'parked' || state === 'blocked') ? error.code : 'host.not-ready';
}
