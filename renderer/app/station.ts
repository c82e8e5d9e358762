import type { DeviceContract, DeviceView, deviceEvents } from '../../electron/contract/device.ts';
import type { BootView, PageHost, StationBridge } from '../../electron/contract/page.ts';
import type { StoreContract, storeEvents } from '../../electron/contract/store.ts';
import type { LineView } from '../../electron/contract/station.ts';
import { cameraChoiceOf } from '../camera/camera-choice.ts';
import { CameraPresence } from '../camera/camera-presence.ts';
import { HostConnection } from './connection.ts';
import { rememberSignIn } from './last-sign-in.ts';
import { Observable } from './observable.ts';
import { SessionKeeper } from './session.ts';
import { HOME, navigate } from './view.ts';

declare global {
  interface Window {
    readonly station: StationBridge;
  }
}

/** Everything the page knows of the world outside it, alive as long as the page. */
export type Station = {
  readonly bridge: StationBridge;
  readonly boot: Observable<BootView>;
  readonly store: HostConnection<StoreContract, typeof storeEvents>;
  readonly devices: HostConnection<DeviceContract, typeof deviceEvents>;
  readonly session: SessionKeeper;
  readonly deviceList: Observable<readonly DeviceView[]>;
  /** The camera that the page itself opens, where one is chosen. */
  readonly camera: CameraPresence;
  readonly line: Observable<LineView | null>;
};

/** Wires boot view, ports and the live lists together. Called once; nothing is asked of main before {@link meetHosts}. */
export function startStation(page: Window): Station {
  const bridge = page.station;
  const session = new SessionKeeper();
  const store = new HostConnection<StoreContract, typeof storeEvents>({ host: 'store-host', bridge, greet: (call) => session.greet(call) });
  const devices = new HostConnection<DeviceContract, typeof deviceEvents>({ host: 'device-host', bridge });
  const station: Station = {
    bridge, store, devices, session,
    boot: new Observable<BootView>({ phase: 'starting' }),
    deviceList: new Observable<readonly DeviceView[]>([]),
    camera: new CameraPresence(page.navigator?.mediaDevices),
    line: new Observable<LineView | null>(null),
  };
  receivePorts(page, { 'store-host': store, 'device-host': devices });
  station.bridge.onBoot((view) => showBoot(station, view));
  followLists(station);
  return station;
}

/** Asks for the hosts, which start when the page first asks: its first picture is not to share the processor with them. */
export async function meetHosts(station: Station): Promise<void> {
  const reply = await station.bridge.boot();
  if (reply.ok) showBoot(station, reply.value);
}

type PortTaker = { accept(port: MessagePort): Promise<void> };

function receivePorts(page: Window, hosts: Readonly<Record<PageHost, PortTaker>>): void {
  page.addEventListener('message', (event) => {
    // Only the preload posts to this window, and it does so from this very page.
    if (event.source !== page) return;
    const message = event.data as { readonly type?: unknown; readonly host?: unknown };
    const port = event.ports[0];
    if (message.type !== 'station-port' || port === undefined) return;
    if (message.host === 'store-host' || message.host === 'device-host') void hosts[message.host].accept(port);
  });
}

function showBoot(station: Station, view: BootView): void {
  station.boot.set(view);
  if (view.phase !== 'running') return;
  for (const { host, state } of view.hosts) {
    if (state !== 'ready') continue;
    if (host === 'store-host') station.store.hurry();
    if (host === 'device-host') station.devices.hurry();
  }
}

function followLists({ store, devices, session, deviceList, line, camera }: Station): void {
  devices.on('device.changed', (list) => deviceList.set(list));
  devices.state.subscribe(() => {
    if (devices.state.get() !== 'open') return;
    void devices.call['device.list']({}).then((reply) => {
      if (reply.ok) deviceList.set(reply.value);
    });
  });
  followPerson(session);
  session.view.subscribe(() => rememberSignIn(session.view.get()));
  store.on('line.changed', (view) => line.set(view));
  store.on('session.changed', () => void session.refresh(store.call));
  session.view.subscribe(() => {
    if (session.view.get()?.phase !== 'open') return;
    void store.call['line.view']({}).then((reply) => {
      if (reply.ok) line.set(reply.value);
    });
    void store.call['settings.list']({}).then((reply) => {
      if (reply.ok) camera.choose(cameraChoiceOf(reply.value));
    });
  });
}

/** Another person starts at their own first screen; the same person, after a lock or a restart, stays where they were. */
function followPerson(session: SessionKeeper): void {
  let last: string | undefined;
  session.view.subscribe(() => {
    const user = session.view.get()?.user;
    if (user != null && user.id !== last) navigate(HOME[user.role]);
    last = user?.id;
  });
}
