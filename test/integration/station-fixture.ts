import type { Client, Handlers } from '../../electron/contract/call.ts';
import type { SpoolContract } from '../../electron/contract/device.ts';
import type { Dossier } from '../../electron/contract/dossier.ts';
import { clientOn } from '../../electron/contract/port-client.ts';
import type { Port } from '../../electron/contract/port.ts';
import { storeContract, storeEvents, type StoreContract } from '../../electron/contract/store.ts';
import type { PopulationRequest, PopulationRequestStatus } from '../../electron/contract/population-request.ts';
import { EMPTY_PERSON, type Person } from '../../electron/core/person/person.ts';
import { serve } from '../../native-bridges/kit/serve.ts';
import { authorise } from '../../native-bridges/store-host/access/authorise.ts';
import { DeviceChronicle } from '../../native-bridges/store-host/device-health/device-chronicle.ts';
import { WorkReadings } from '../../native-bridges/store-host/device-health/work-readings.ts';
import { storeHandlers } from '../../native-bridges/store-host/handlers/store-handlers.ts';
import { Line } from '../../native-bridges/store-host/outbox/line.ts';
import { FormDesk } from '../../native-bridges/store-host/forms/form-desk.ts';
import { ReceiptDesk } from '../../native-bridges/store-host/receipt-desk/receipt-desk.ts';
import { ReceptionDesk } from '../../native-bridges/store-host/procedure/reception-desk.ts';
import { ReceptionWatch } from '../../native-bridges/store-host/procedure/reception-watch.ts';
import type { FormPrint, ReceiptInput } from '../../native-bridges/store-host/seams.ts';
import type { PageContext } from '../../native-bridges/store-host/station/page-context.ts';
import { openStation, type Station } from '../../native-bridges/store-host/station/station.ts';
import { FakeSpool, KEY, must, temporaryFolder, type Calls, type Page } from './store-harness.ts';

export const PERSON: Person = {
  ...EMPTY_PERSON, fullName: 'TRẦN THỊ BÌNH', pid: '079301000002', birthDate: '2001-02-28', sex: '2', nationality: 'Việt Nam', residence: 'Hà Nội',
};

type Options = { readonly dir?: string; readonly practice?: boolean; readonly policyFile?: string | null };

/** The station in this process, on a real encrypted database in a temporary folder, with a clock that tests move. */
export class StationFixture {
  readonly folder = temporaryFolder();
  readonly station: Station;
  readonly spool = new FakeSpool();
  readonly receipts: ReceiptInput[] = [];
  readonly forms: FormPrint[] = [];
  /** What the station said to its surroundings, in order. */
  readonly told: ('outbox' | 'paper-near')[] = [];
  readonly watch: ReceptionWatch;
  /** undefined = the line is down */
  centreUrl: string | undefined = 'http://centre.test';
  /** What the centre says to a request for a changed record. */
  askCentre: (request: PopulationRequest) => PopulationRequestStatus = () => ({ state: 'received', reference: 'DC-1' });
  readonly #handlers: Handlers<StoreContract, PageContext>;
  nowMs = Date.parse('2026-04-13T02:00:00Z'); // a Monday, 9 o'clock in Hà Nội
  people: readonly Person[] = [PERSON];
  /** Faces on last cards, by number. */
  readonly faces = new Map<string, { readonly bytes: Uint8Array; readonly issuedOn: string }>();

  constructor({ dir, practice = true, policyFile = null }: Options = {}) {
    const spool = this.spool.client();
    this.station = openStation(
      { host: 'store-host', dataDir: dir ?? this.folder.path, key: KEY, practice, centreUrl: null, appVersion: 'test', electronVersion: 'none', runtime: 'test', policyFile },
      { now: () => this.nowMs, spool: (): Client<SpoolContract> => spool, onChanged: () => undefined, onApproved: () => undefined, onOutboxChanged: () => void this.told.push('outbox'), onPaperNear: () => void this.told.push('paper-near') },
    );
    const receipts = new ReceiptDesk(this.station, async (input) => {
      this.receipts.push(input);
      return { pdf: new TextEncoder().encode('%PDF'), pages: 1 };
    });
    const forms = new FormDesk(this.station, async (print) => {
      this.forms.push(print);
      return { pdf: new TextEncoder().encode('%PDF'), pages: 1 };
    });
    const line = new Line({ waiting: () => this.station.outbox.waiting(), now: () => this.nowMs, onChanged: () => undefined });
    const population = { search: async () => ({ outcome: 'found' as const, people: this.people }) };
    const receptions = new ReceptionDesk(this.station, () => undefined);
    const requests = { ask: async (_url: string, request: PopulationRequest) => this.askCentre(request) };
    this.watch = new ReceptionWatch({ station: this.station, desk: receptions, centreUrl: () => this.centreUrl, requests, population });
    this.#handlers = storeHandlers(this.station, { url: () => Promise.resolve(this.centreUrl), population, faces: { lastFace: async (_url, { pid }) => this.faces.get(pid) } }, { receipts, forms, receptions: { desk: receptions, watch: this.watch }, line, wake: () => undefined, devices: () => undefined, workReadings: new WorkReadings(this.station.health, () => undefined), chronicle: new DeviceChronicle(() => this.nowMs) });
  }

  page(): Page {
    return this.#connect().page;
  }

  /** Signed in without the password's half second; what passwords do is tested where people sign in. */
  signedIn(who: { readonly login: string }): Calls {
    const { page, context } = this.#connect();
    const { user } = this.station.users.findForSignIn(who.login)!;
    this.station.sql.write(() => this.station.sessions.start(context, user));
    return page.call;
  }

  #connect(): { readonly page: Page; readonly context: PageContext } {
    const [near, far] = portPair();
    let served: { emit(event: string, payload: unknown): void } | undefined;
    const context: PageContext = { sessions: this.station.sessions, tokenHash: undefined, emit: (event, payload) => served?.emit(event, payload) };
    served = serve({ contract: storeContract, handlers: this.#handlers, authorise }, far, context) as typeof served;
    return { page: clientOn(storeContract, storeEvents, near), context };
  }

  async open(calls: Calls, supersedes: string | null = null): Promise<Dossier> {
    const { lookupId } = must(await calls['population.search']({ purpose: 'exchange', query: { by: 'pid', pid: PERSON.pid } }));
    return must(await calls['dossier.open']({ lookupId, index: 0, kind: 'exchange', supersedes }));
  }

  close(): void {
    this.watch.close();
    this.station.sessions.close();
    this.station.sql.close();
    this.folder.remove();
  }
}

/** Two ends of one wire in this process; messages are cloned as a real port would. */
function portPair(): readonly [Port, Port] {
  const listeners: [((message: unknown) => void) | undefined, ((message: unknown) => void) | undefined] = [undefined, undefined];
  const end = (mine: 0 | 1): Port => ({
    post: (message) => {
      const copy: unknown = structuredClone(message);
      queueMicrotask(() => listeners[mine === 0 ? 1 : 0]?.(copy));
    },
    onMessage: (listener) => (listeners[mine] = listener),
    onClose: () => undefined,
    close: () => undefined,
  });
  return [end(0), end(1)];
}
