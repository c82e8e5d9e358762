import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { CENTRE_PATHS, SealSha256, type CentreCertificates, type EnrolledStation } from '../../electron/contract/centre.ts';
import type { PracticeFault } from '../../electron/contract/practice.ts';
import { FaceRequest } from '../../electron/contract/ngsp.ts';
import { DerFailure } from '../kit/sealed-dossier/der/der-read.ts';
import { enrolStation, loadCentreKeys, type CentreKeys } from './centre-keys.ts';
import { FaceDesk } from './face-desk.ts';
import { parseJson, readBody, replyJson } from './http-body.ts';
import { IntakeLedger } from './intake-ledger.ts';
import { IntakeServer } from './intake-server.ts';
import { Intake } from './intake.ts';
import { PopulationDesk } from './population-desk.ts';
import { PopulationRequests } from './population-requests.ts';

export type CentreOptions = { readonly dataDir: string; readonly seed: number; readonly citizens: number; /** 0 = any free one */ readonly port: number };

/** What an overloaded service asks callers to wait, in seconds. */
const RETRY_AFTER_SECONDS = '2';
const MAX_REQUEST_BYTES = 16_384;

/** The stand-in for the outside world, on 127.0.0.1 only. */
export class CentreServer {
  readonly #keys: CentreKeys;
  readonly #desk: PopulationDesk;
  readonly #faces: FaceDesk;
  readonly #requests: PopulationRequests;
  readonly #ledger: IntakeLedger;
  readonly #intake: Intake;
  readonly #uploads: IntakeServer;
  readonly #http: Server;
  #populationFault: 'none' | 'overload' | 'timeout' | 'offline' = 'none';
  #intakeFault: 'none' | 'overload' | 'offline' = 'none';
  #lookUps = 0;

  private constructor(keys: CentreKeys, options: CentreOptions) {
    this.#keys = keys;
    this.#desk = new PopulationDesk(options.seed, options.citizens);
    this.#faces = new FaceDesk((pid) => this.#desk.citizen(pid));
    this.#requests = new PopulationRequests(join(options.dataDir, 'population', 'requests.json'), this.#desk);
    const incoming = join(options.dataDir, 'incoming');
    mkdirSync(incoming, { recursive: true, mode: 0o700 });
    this.#ledger = new IntakeLedger(join(options.dataDir, 'answers'));
    const trust = { centreKey: keys.centreKey, centreCertificateDer: keys.centreDer, caCertificateDer: keys.caDer };
    this.#intake = new Intake({ incoming, ledger: this.#ledger, trust, now: () => new Date(), faceOnLastCard: (pid) => this.#faces.hashOf(pid) });
    this.#uploads = new IntakeServer(incoming, this.#intake);
    this.#http = createServer((request, response) => void this.#route(request, response));
  }

  static async start(options: CentreOptions): Promise<CentreServer> {
    const centre = new CentreServer(await loadCentreKeys(join(options.dataDir, 'keys'), new Date()), options);
    centre.#http.listen(options.port, '127.0.0.1');
    await once(centre.#http, 'listening');
    return centre;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#http.address() as AddressInfo).port}`;
  }

  get citizens(): number {
    return this.#desk.size;
  }

  view(): { readonly receivedBytes: number; readonly lookUps: number; readonly accepted: number; readonly rejected: number } {
    return { receivedBytes: this.#uploads.receivedBytes, lookUps: this.#lookUps, accepted: this.#ledger.count('accepted'), rejected: this.#ledger.count('rejected') };
  }

  setFault(fault: PracticeFault): void {
    switch (fault.on) {
      case 'population': this.#populationFault = fault.fault; break;
      case 'intake': this.#intakeFault = fault.fault; break;
      case 'intake-cut': this.#uploads.cutAfter(fault.afterBytes); break;
      case 'intake-silence': this.#uploads.keepSilentOnce(); break;
      case 'intake-reject': this.#intake.rejectNext(fault.reason); break;
    }
  }

  async close(): Promise<void> {
    const closed = once(this.#http, 'close');
    this.#http.close();
    this.#http.closeAllConnections();
    await closed;
  }

  async #route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = new URL(request.url ?? '/', 'http://centre').pathname;
    const isPopulation = path === CENTRE_PATHS.lookUp || path === CENTRE_PATHS.face || path.startsWith(`${CENTRE_PATHS.populationRequests}/`);
    const fault = isPopulation ? this.#populationFault : this.#intakeFault;
    if (fault === 'offline') return void request.socket.destroy();
    if (fault === 'timeout') return;
    if (fault === 'overload') return replyJson(response, 503, { error: 'overloaded' }, { 'retry-after': RETRY_AFTER_SECONDS });
    if (path === CENTRE_PATHS.files || path.startsWith(`${CENTRE_PATHS.files}/`)) return this.#uploads.handle(request, response);
    switch (`${request.method} ${path}`) {
      case `GET ${CENTRE_PATHS.certificates}`: return this.#sendCertificates(response);
      case `POST ${CENTRE_PATHS.stations}`: return this.#enrol(request, response);
      case `POST ${CENTRE_PATHS.lookUp}`: return this.#lookUp(request, response);
      case `POST ${CENTRE_PATHS.face}`: return this.#face(request, response);
    }
    if (path.startsWith(`${CENTRE_PATHS.populationRequests}/`)) return this.#populationRequest(path.slice(CENTRE_PATHS.populationRequests.length + 1), request, response);
    if (request.method === 'GET' && path.startsWith(`${CENTRE_PATHS.dossiers}/`)) return this.#sendStatus(path.slice(CENTRE_PATHS.dossiers.length + 1), response);
    replyJson(response, 404, { error: 'not found' });
  }

  #sendCertificates(response: ServerResponse): void {
    replyJson(response, 200, { ca: this.#keys.caDer.toString('base64'), centre: this.#keys.centreDer.toString('base64') } satisfies CentreCertificates);
  }

  async #enrol(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(request, MAX_REQUEST_BYTES);
    try {
      if (body === undefined) return replyJson(response, 413, { error: 'too large' });
      replyJson(response, 201, { certificate: enrolStation(this.#keys, body, new Date()).toString('base64') } satisfies EnrolledStation);
    } catch (error) {
      if (!(error instanceof DerFailure)) throw error;
      replyJson(response, 400, { error: 'not a signing request', offset: error.offset });
    }
  }

  async #lookUp(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.#lookUps += 1;
    const body = await readBody(request, MAX_REQUEST_BYTES);
    const answer = body === undefined ? undefined : this.#desk.answer(parseJson(body), new Date());
    if (answer === undefined) return replyJson(response, 400, { error: 'bad request' });
    replyJson(response, 200, answer);
  }

  async #face(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(request, MAX_REQUEST_BYTES);
    const asked = body === undefined ? undefined : FaceRequest.safeParse(parseJson(body));
    if (asked?.success !== true) return replyJson(response, 400, { error: 'bad request' });
    replyJson(response, 200, await this.#faces.answer(asked.data));
  }

  async #populationRequest(id: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method === 'PUT') {
      const body = await readBody(request, MAX_REQUEST_BYTES);
      const status = body === undefined ? undefined : this.#requests.put(parseJson(body), new Date());
      return status === undefined ? replyJson(response, 400, { error: 'bad request' }) : replyJson(response, 201, status);
    }
    const status = request.method === 'GET' ? this.#requests.get(id, new Date()) : undefined;
    replyJson(response, status === undefined ? 404 : 200, status ?? { error: 'not found' });
  }

  async #sendStatus(seal: string, response: ServerResponse): Promise<void> {
    const status = SealSha256.safeParse(seal).success ? await this.#intake.status(seal) : undefined;
    if (status === undefined) return replyJson(response, 404, { error: 'not found' });
    replyJson(response, 200, status);
  }
}
