import type { Client } from '../../electron/contract/call.ts';
import type { CitizenContract, CitizenState, citizenEvents } from '../../electron/contract/citizen-screen.ts';
import type { CitizenBridge } from '../../electron/contract/page.ts';
import { HostConnection } from '../app/connection.ts';
import { Observable } from '../app/observable.ts';

/** Everything the citizen's page knows: what the officer put before it, and the few calls it may make. */
export type CitizenStation = { readonly state: Observable<CitizenState | null>; readonly call: Client<CitizenContract> };

export function startCitizen(page: Window): CitizenStation {
  const bridge: CitizenBridge = page.station;
  const state = new Observable<CitizenState | null>(null);
  const store = new HostConnection<CitizenContract, typeof citizenEvents>({
    host: 'store-host', bridge,
    greet: async (call) => {
      const reply = await call['citizen.view']({});
      if (reply.ok) state.set(reply.value);
    },
  });
  store.on('citizen.changed', (changed) => state.set(changed));
  // What was there before the store went away is nobody's to see until the officer shows it again.
  store.state.subscribe(() => {
    if (store.state.get() === 'lost') state.set(null);
  });
  page.addEventListener('message', (event) => {
    const message = event.data as { readonly type?: unknown; readonly host?: unknown };
    const port = event.ports[0];
    if (event.source === page && message.type === 'station-port' && message.host === 'store-host' && port !== undefined) void store.accept(port);
  });
  store.hurry();
  return { state, call: store.call };
}
