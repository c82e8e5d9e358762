import { fork, type ChildProcess } from 'node:child_process';
import { resolve } from 'node:path';
import { deviceContract, deviceEvents, spoolContract, type DeviceView, type PreviewFrame } from '../../electron/contract/device.ts';
import type { FromHost, PortMeta, ToHost } from '../../electron/contract/host.ts';
import { clientOn } from '../../electron/contract/port-client.ts';
import type { Port } from '../../electron/contract/port.ts';

const SOURCE = resolve(import.meta.dirname, '../../native-bridges/device-host/device-host.ts');
type RigOptions = { readonly simulated?: boolean; /** Another user than the test's own, to be refused what that one may use. */ readonly uid?: number; /** The built host instead of its source. */ readonly hostFile?: string; readonly inputDir?: string; readonly printDir?: string };

/** The real device-host as its own process, driven the way main drives it, with one page port and one store port. */
export async function startDeviceHost(options: RigOptions = {}) {
  const child = fork(options.hostFile ?? SOURCE, [], { serialization: 'advanced', execArgv: ['--disable-warning=ExperimentalWarning'], stdio: ['ignore', 'ignore', 'inherit', 'ipc'], ...(options.uid === undefined ? {} : { uid: options.uid, gid: options.uid }) });
  child.setMaxListeners(0); // each port of the rig listens on the one channel
  const send = (message: ToHost): void => void child.send(message);
  const first = nextFromHost(child, (message) => message.type === 'ready' || message.type === 'failed');
  send({ type: 'init', init: { host: 'device-host', simulated: options.simulated ?? true, inputDir: options.inputDir ?? null, printDir: options.printDir ?? null } });
  const started = await first;
  const connect = (portId: number, peer: PortMeta['peer'], window: PortMeta['window'] = 'officer'): Port => {
    send({ type: 'port', meta: { portId, peer, window: peer === 'page' ? window : 'none' }, pumped: true });
    return pumpedEnd(child, portId);
  };
  const pagePort = connect(1, 'page');
  const page = clientOn(deviceContract, deviceEvents, pagePort);
  const store = clientOn(spoolContract, {}, connect(2, 'store-host'));
  return {
    started, page, store, send, pagePort, connect, child,
    /** Waits for the event that shows the device in the wanted state; asks once first, in case it is already there. */
    async until(deviceId: string, wanted: (view: DeviceView) => boolean): Promise<DeviceView> {
      const found = Promise.withResolvers<DeviceView>();
      const look = (views: readonly DeviceView[]): void => {
        const view = views.find((candidate) => candidate.id === deviceId && wanted(candidate));
        if (view !== undefined) found.resolve(view);
      };
      const stop = page.on('device.changed', look);
      const now = await page.call['device.list']({});
      if (now.ok) look(now.value);
      return found.promise.finally(stop);
    },
    async stop(): Promise<void> {
      const gone = new Promise<void>((done) => void child.once('exit', () => done()));
      send({ type: 'shutdown' });
      await gone;
    },
  };
}
export type DeviceRig = Awaited<ReturnType<typeof startDeviceHost>>;

/** Follows a job's preview to its end. */
export async function watchPreview(rig: DeviceRig, jobId: string, onFrame?: (frame: PreviewFrame) => void): Promise<readonly { readonly hint: string; readonly widthPx: number }[]> {
  const seen: { hint: string; widthPx: number }[] = [];
  for (let after = 0; ; ) {
    const reply = await rig.page.call['job.preview']({ jobId, after });
    if (!reply.ok || reply.value.frame === null) return seen;
    after = reply.value.frame.seq;
    seen.push({ hint: reply.value.frame.hint, widthPx: reply.value.frame.widthPx });
    onFrame?.(reply.value.frame);
  }
}

function nextFromHost(child: ChildProcess, wanted: (message: FromHost) => boolean): Promise<FromHost> {
  return new Promise((resolveMessage) => {
    const listen = (message: unknown): void => {
      if (!wanted(message as FromHost)) return;
      child.off('message', listen);
      resolveMessage(message as FromHost);
    };
    child.on('message', listen);
  });
}

function pumpedEnd(child: ChildProcess, portId: number): Port {
  return {
    post: (data) => void (child.connected && child.send({ type: 'port-message', portId, data } satisfies ToHost)),
    onMessage: (listener) => void child.on('message', (message) => {
      const frame = message as FromHost;
      if (frame.type === 'port-message' && frame.portId === portId) listener(frame.data);
    }),
    onClose: (listener) => void child.once('exit', () => listener()),
    close: () => void child.send({ type: 'port-close', portId } satisfies ToHost),
  };
}
