import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { FromHost, PortMeta, ToHost } from '../../electron/contract/host.ts';
import { clientOn, type PortClient } from '../../electron/contract/port-client.ts';
import type { Port } from '../../electron/contract/port.ts';
import { practiceContract, type PracticeContract } from '../../electron/contract/practice.ts';

const PROGRAM = join(import.meta.dirname, '..', '..', 'native-bridges', 'practice-centre', 'practice-centre.ts');

/** The practice-centre host from source, as main would start it on plain Node. */
export class CentreHostFixture {
  readonly info: { readonly url: string; readonly citizens: number };
  readonly #child: ChildProcess;
  #lastPort = 0;

  private constructor(child: ChildProcess, info: { url: string; citizens: number }) {
    this.#child = child;
    this.info = info;
  }

  static async start(dataDir: string): Promise<CentreHostFixture> {
    const child = fork(PROGRAM, { serialization: 'advanced', execArgv: [] });
    const init: ToHost = { type: 'init', init: { host: 'practice-centre', dataDir, seed: 1, citizens: 50, port: 0 } };
    child.send(init);
    const [message] = (await once(child, 'message')) as [FromHost];
    if (message.type !== 'ready') throw new Error(`the centre answered ${message.type}`);
    return new CentreHostFixture(child, message.info as unknown as { url: string; citizens: number });
  }

  connect(peer: PortMeta['peer']): PortClient<PracticeContract, Record<string, never>> {
    const portId = ++this.#lastPort;
    const port: Port = {
      post: (data) => void this.#child.send({ type: 'port-message', portId, data } satisfies ToHost),
      onMessage: (listener) => void this.#child.on('message', (message: FromHost) => message.type === 'port-message' && message.portId === portId && listener(message.data)),
      onClose: (listener) => void this.#child.on('message', (message: FromHost) => message.type === 'port-close' && message.portId === portId && listener()),
      close: () => void this.#child.send({ type: 'port-close', portId } satisfies ToHost),
    };
    const client = clientOn(practiceContract, {}, port);
    this.#child.send({ type: 'port', meta: { portId, peer, window: 'none' }, pumped: true } satisfies ToHost);
    return client;
  }

  /** As a power cut would: no word, no time to tidy up. */
  async kill(): Promise<void> {
    const exited = once(this.#child, 'exit');
    this.#child.kill('SIGKILL');
    await exited;
  }

  async stop(): Promise<void> {
    const exited = once(this.#child, 'exit');
    this.#child.send({ type: 'shutdown' } satisfies ToHost);
    await exited;
  }
}
