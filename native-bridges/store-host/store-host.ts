import { AppError } from '../../electron/core/errors/app-error.ts';
import { runHost } from '../kit/parent-link.ts';
import type { StoreService } from './station/store-service.ts';

/** The database's native module is built for Node-API 10 and takes the process down on an older one. */
const NODE_API = 10;

let service: StoreService | undefined;
/** Ports and addresses that came before the database was open. */
const early: ((open: StoreService) => void)[] = [];
const whenOpen = (work: (open: StoreService) => void): void => {
  if (service === undefined) early.push(work);
  else work(service);
};

/** store-host: the encrypted database and everything that changes it. */
runHost({
  async start(init) {
    if (init.host !== 'store-host') throw new AppError('ipc.bad-message', { why: 'init' });
    if (Number(process.versions['napi'] ?? 0) < NODE_API) throw new AppError('host.wrong-runtime', { napi: Number(process.versions['napi'] ?? 0), needed: NODE_API });
    // Only now: loading it on an older runtime would be a crash instead of an answer.
    const { StoreService: Service } = await import('./station/store-service.ts');
    const key = Buffer.from(init.key);
    try {
      service = new Service({ ...init, key });
    } finally {
      key.fill(0);
      init.key.fill(0);
    }
    for (const work of early.splice(0)) work(service);
    service.begin();
    return { practice: init.practice };
  },
  connect(port, meta) {
    if (meta.peer === 'page') whenOpen((open) => (meta.window === 'citizen' ? open.serveCitizen(port) : open.servePage(port)));
    else if (meta.peer === 'device-host') whenOpen((open) => open.useDeviceHost(port));
  },
  onCentre: (url) => whenOpen((open) => open.setCentre(url)),
  async stop() {
    await service?.close();
  },
});
