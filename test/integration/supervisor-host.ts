import { AppError } from '../../electron/core/errors/app-error.ts';
import { clientOn } from '../../electron/contract/port-client.ts';
import type { HostInit } from '../../electron/contract/host.ts';
import { runHost } from '../../native-bridges/kit/parent-link.ts';
import { serve } from '../../native-bridges/kit/serve.ts';
import { probeContract } from './supervisor-contract.ts';

const heard: string[] = [];
let peer: { pid(): Promise<number> } | undefined;

/** The centre's seed tells how to behave: 1 reports a failure, 2 ends while it starts. */
async function start(init: HostInit): Promise<Record<string, string>> {
  heard.push(`init ${init.host}`);
  if (init.host === 'store-host') heard.push(`key ${init.key.length} centre ${init.centreUrl === null ? 'unknown' : 'known'}`);
  if (init.host !== 'practice-centre') return {};
  if (init.seed === 1) throw new AppError('store.in-use', { seed: 1 });
  if (init.seed === 2) process.exit(70);
  return { url: `http://127.0.0.1/${process.pid}` };
}

runHost({
  start,
  connect(port, meta) {
    heard.push(`port ${meta.peer}`);
    port.onClose(() => heard.push(`closed ${meta.peer}`));
    if (meta.peer === 'device-host') {
      const { call: ask } = clientOn(probeContract, {}, port);
      peer = { pid: async () => { const reply = await ask['probe.self']({}); return reply.ok ? reply.value.pid : 0; } };
      return;
    }
    serve({
      contract: probeContract,
      authorise: () => undefined,
      handlers: {
        'probe.self': () => ({ pid: process.pid, heard, env: Object.keys(process.env) }),
        'probe.peer': async () => ({ pid: (await peer?.pid()) ?? 0 }),
        'probe.bytes': ({ bytes }) => ({ bytes }),
        'probe.hang': () => { for (;;) { /* never gives the loop back */ } },
      },
    }, port, {});
  },
  onCentre: (url) => void heard.push(`centre ${url}`),
  onPower: (event) => void heard.push(event),
  stop: async () => undefined,
});
