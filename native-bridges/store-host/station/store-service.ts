import type { Port } from '../../../electron/contract/port.ts';
import type { Client } from '../../../electron/contract/call.ts';
import { spoolContract, type SpoolContract } from '../../../electron/contract/device.ts';
import { deskContract, type DeskContract } from '../../../electron/contract/technician.ts';
import type { StoreInit } from '../../../electron/contract/host.ts';
import { spoolEvents } from '../../../electron/contract/kept-print.ts';
import { citizenContract, citizenEvents } from '../../../electron/contract/citizen-screen.ts';
import { clientOn } from '../../../electron/contract/port-client.ts';
import { storeContract, type StoreContract } from '../../../electron/contract/store.ts';
import { serve, type Service } from '../../kit/serve.ts';
import { authorise } from '../access/authorise.ts';
import { citizenHandlers } from '../citizen-screen/citizen-handlers.ts';
import { storeHandlers } from '../handlers/store-handlers.ts';
import { DeviceChronicle } from '../device-health/device-chronicle.ts';
import { WorkReadings } from '../device-health/work-readings.ts';
import { viewOf } from '../handlers/session-handlers.ts';
import { MAX_TRIES } from '../../../electron/core/outbox/back-off.ts';
import { LazyUploader } from '../outbox/lazy-uploader.ts';
import { LineWatch } from '../outbox/line-watch.ts';
import { OutboxNews } from '../outbox/outbox-news.ts';
import { Line } from '../outbox/line.ts';
import { SealDesk } from '../outbox/seal-desk.ts';
import { FormDesk } from '../forms/form-desk.ts';
import { ReceiptDesk } from '../receipt-desk/receipt-desk.ts';
import type { Changed } from '../dossiers/dossier-desk.ts';
import { CentreAddress } from '../population/centre-address.ts';
import type { RequestClient } from '../population/request-client.ts';
import { ReceptionDesk } from '../procedure/reception-desk.ts';
import { ReceptionWatch } from '../procedure/reception-watch.ts';
import type { FaceClient, PopulationClient } from '../seams.ts';
import type { PageContext } from './page-context.ts';
import { tellDeviceSettings } from './device-settings.ts';
import { tellPrintPolicy } from './print-policy.ts';
import { openStation, type Station } from './station.ts';

/** Who may hear that a dossier changed. */
const DOSSIER_READERS: ReadonlySet<string> = new Set(['officer', 'chief', 'auditor']);
const OFFICERS: ReadonlySet<string> = new Set(['officer']);
const OUTBOX_READERS: ReadonlySet<string> = new Set(storeContract['outbox.list'].access);

/** The running store: one open station, the pages that ask it, and what works by itself (sealing, uploading, idle lock). */
export class StoreService {
  readonly #station: Station;
  readonly #service: Service<StoreContract, PageContext>;
  readonly #pages = new Set<PageContext>();
  readonly #line: Line;
  readonly #outboxNews: OutboxNews;
  readonly #lineWatch: LineWatch;
  readonly #uploader: LazyUploader;
  readonly #sealDesk: SealDesk;
  readonly #receptionWatch: ReceptionWatch;
  readonly #centre: CentreAddress;
  readonly #workReadings: WorkReadings;
  readonly #chronicle = new DeviceChronicle(Date.now);
  #spool: Client<SpoolContract & DeskContract> | undefined;

  constructor(init: StoreInit) {
    const now = Date.now;
    this.#centre = new CentreAddress(init.centreUrl, init.practice);
    this.#outboxNews = new OutboxNews(() => this.#eachOf(OUTBOX_READERS, (page) => page.emit('outbox.changed', {})));
    this.#station = openStation(init, { now, spool: () => this.#spool, onChanged: (changed) => this.#tellChanged(changed), onApproved: () => this.#sealDesk.wake(), onOutboxChanged: () => this.#outboxNews.changed(), onPaperNear: () => void import('../receipts/render-receipt.ts').then(({ warmPapers }) => warmPapers()) });
    const station = this.#station;
    this.#workReadings = new WorkReadings(station.health, () => this.#spool);
    const centreUrl = (): string | undefined => this.#centre.url;
    this.#line = new Line({ waiting: () => station.outbox.waiting(), now, onChanged: (view) => this.#each((page) => page.emit('line.changed', view)) });
    this.#lineWatch = new LineWatch({ centreUrl, onLine: (online) => this.#seenLine(online) });
    this.#uploader = new LazyUploader({
      centreUrl, outbox: station.outbox, readSealed: (sha256) => station.sealedFiles.read(sha256), clock: { now }, random: Math.random,
      onLine: (online) => this.#seenLine(online), onChanged: () => this.#line.tell(),
      mayLeave: async ({ dossierId, tries }) => {
        const asked = await this.#receptionWatch.checkIdentity(dossierId);
        // A database that stays out of reach while the centre is there doesn't hold a dossier for ever.
        if (!asked && tries < MAX_TRIES - 1) return 'later';
        return station.outbox.isQueued(dossierId) ? 'now' : 'set-aside';
      },
    });
    this.#sealDesk = new SealDesk({
      station, centreUrl, onLine: (online) => this.#seenLine(online),
      onSealed: () => {
        this.#line.tell();
        this.#uploader.wake();
      },
      // Loaded when first needed: cryptography and PDF packages would double the time a restarted host takes to serve.
      seal: async (input) => (await import('../sealing/seal-in-worker.ts')).sealInWorker(input),
      ensureCertificates: async (url, existing, name) => (await import('../uploader/station-enrolment.ts')).ensureStationCertificates(url, existing, name),
    });
    const receipts = new ReceiptDesk(station, async (input) => (await import('../receipts/render-receipt.ts')).renderReceipt(input));
    const forms = new FormDesk(station, async (print) => (await import('../receipts/render-receipt.ts')).renderForm(print));
    const population = { search: async (...search: Parameters<PopulationClient['search']>) => (await import('../population/population-client.ts')).populationClient.search(...search) };
    const faces = { lastFace: async (...asked: Parameters<FaceClient['lastFace']>) => (await import('../population/face-client.ts')).faceClient.lastFace(...asked) };
    const requests = { ask: async (...asked: Parameters<RequestClient['ask']>) => (await import('../population/request-client.ts')).requestClient.ask(...asked) };
    const receptions = new ReceptionDesk(station, (id) => this.#tellReception(id));
    this.#receptionWatch = new ReceptionWatch({ station, desk: receptions, centreUrl, requests, population });
    const handlers = storeHandlers(station, { url: () => this.#centre.awaited(), population, faces }, { receipts, forms, receptions: { desk: receptions, watch: this.#receptionWatch }, line: this.#line, wake: () => this.#uploader.wake(), devices: () => this.#spool, workReadings: this.#workReadings, chronicle: this.#chronicle });
    this.#service = { contract: storeContract, handlers, authorise };
    station.sessions.onClosed((hash, why) => {
      if (why === 'locked') this.#each((page) => page.tokenHash === hash && tellSession(station, page));
      station.citizenScreen.refresh();
    });
    station.citizenScreen.onDesk((view) => this.#eachOf(OFFICERS, (page) => page.emit('citizen-screen.changed', view)));
  }

  /** Takes up what was under way when the host last stopped. */
  begin(): void {
    this.#lineWatch.look();
    this.#sealDesk.wake();
    this.#uploader.wake();
    void this.#receptionWatch.look();
    this.#station.idleCheck.begin();
  }

  servePage(port: Port): void {
    let served: ReturnType<typeof serve> | undefined;
    const page: PageContext = { sessions: this.#station.sessions, tokenHash: undefined, emit: (event, payload) => served?.emit(event, payload as never) };
    this.#pages.add(page);
    served = serve(this.#service, port, page);
    void served.closed.then(() => {
      this.#pages.delete(page);
      this.#station.citizenScreen.forget(page);
    });
  }

  /** A citizen's window: a contract of its own, no session, nothing of an officer's. */
  serveCitizen(port: Port): void {
    const { citizenScreen } = this.#station;
    const served = serve<typeof citizenContract, undefined, typeof citizenEvents>({ contract: citizenContract, handlers: citizenHandlers(citizenScreen), authorise: () => undefined }, port, undefined);
    void served.closed.then(citizenScreen.opened((state) => served.emit('citizen.changed', state)));
  }

  useDeviceHost(port: Port): void {
    const client = clientOn({ ...spoolContract, ...deskContract }, spoolEvents, port);
    this.#spool = client.call;
    client.on('spool.prints-wanted', ({ subject }) => void this.#station.keptPrints.give(subject, client.call));
    tellPrintPolicy(this.#station);
    tellDeviceSettings(this.#station);
    void this.#chronicle.follow(client.call, client.closed);
    void client.closed.then(() => {
      if (this.#spool === client.call) this.#spool = undefined;
    });
  }

  setCentre(url: string | null): void {
    this.#centre.set(url);
    if (url === null) this.#line.seen(false);
    this.begin();
  }

  async close(): Promise<void> {
    this.#lineWatch.close();
    this.#outboxNews.close();
    this.#receptionWatch.close();
    this.#workReadings.close();
    this.#station.sessions.close();
    this.#station.idleCheck.close();
    await Promise.all([this.#sealDesk.close(), this.#uploader.stop()]);
    this.#station.sql.close();
  }

  /** What waited for the line is checked and sent as soon as it is back: who was identified without it first. */
  #seenLine(online: boolean): void {
    const wasOnline = this.#line.view().online;
    this.#line.seen(online);
    if (!online || wasOnline) return;
    this.#sealDesk.meetCentre();
    void this.#receptionWatch.look().then(() => {
      this.#station.outbox.lineBack(this.#station.now());
      this.#sealDesk.wake();
      this.#uploader.wake();
    });
  }

  #tellReception(id: string): void {
    this.#eachOf(DOSSIER_READERS, (page) => page.emit('reception.changed', { id }));
  }

  #tellChanged(changed: Changed): void {
    this.#eachOf(DOSSIER_READERS, (page) => page.emit('dossier.changed', changed));
    this.#station.citizenScreen.refresh(changed.id);
    this.#line?.tell();
  }

  #eachOf(roles: ReadonlySet<string>, tell: (page: PageContext) => void): void {
    this.#each((page) => {
      const session = page.sessions.current(page);
      if (session !== undefined && roles.has(session.user.role)) tell(page);
    });
  }

  #each(tell: (page: PageContext) => unknown): void {
    for (const page of this.#pages) tell(page);
  }
}

function tellSession(station: Station, page: PageContext): void {
  const { phase, user } = viewOf(station, page);
  page.emit('session.changed', { phase, role: user?.role ?? null });
}
