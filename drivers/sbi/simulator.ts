import { FGP, FINGERS_OF, type Finger, type Slap } from '../../electron/core/dossier/capture-slots.ts';
import { UNKNOWN_TIME } from '../../electron/core/biometrics/iso19794/envelope.ts';
import { writeFinger2011 } from '../../electron/core/biometrics/iso19794/finger.ts';
import type { DriverEnvironment, Transport } from '../contract/driver.ts';
import { fingerOf, slapOfSubId, SBI_NAME } from './finger-names.ts';
import { HttpMessage, encodeAnswer } from './http-message.ts';
import { CAPTURE_VERB, SBI_ERROR, STREAM_VERB, VERBS, fieldsOf, sbiTime, textOf, type SbiVersion } from './protocol.ts';
import type { SbiFault } from './simulator-faults.ts';
import { playStream } from './simulator-stream.ts';
import { formatBase64Url, parseJson, utf8Bytes, utf8Text } from './text-bytes.ts';
import { nextHash } from './verify-capture.ts';

/** `data` instead of `wsq` where the device codes otherwise: ISO/IEC 19794-4:2011, compression 3 JPEG, 4 and 5 JPEG 2000, 6 PNG. */
export type SimulatedImage = { readonly widthPx: number; readonly heightPx: number } & ({ readonly wsq: Uint8Array } | { readonly data: Uint8Array; readonly compression: number });
export type SimulatorParts = {
  readonly clock: DriverEnvironment['clock'];
  readonly port: number;
  readonly version: SbiVersion;
  readonly serialNo: string;
  /** Compact JWS over the payload; `bad` tampers with it, `expired` signs with a certificate that is over. */
  readonly sign: (payload: string, how: 'good' | 'bad' | 'expired') => string;
  readonly finger: (finger: Finger, attempt: number) => SimulatedImage;
  /** The nth live picture of a stream, and of which slap. */
  readonly jpeg: (frame: number, slap: Slap | undefined) => Uint8Array;
  /** From RCAPTURE to the still. */
  readonly captureMs: number;
};

const MAX_REQUEST_BYTES = 64_000;
const SKEW_MS = 3_600_000;
const DRIP_PIECES = 60;
const DRIP_MS = 20;
const LOOK_MS = 50;
const SCORE = '72';

type Fields = Readonly<Record<string, unknown>>;

/** A certified ten-print device behind its SBI service, as a vendor's program would be. One instance = one port. */
export class SbiSimulator {
  readonly parts: SimulatorParts;
  readonly #open = new Set<Transport>();
  #fault: SbiFault = 'none';
  #capturing = false;
  #captures = 0;
  #lastTransaction = 'none-before';
  #attempt = 0;
  #once = false;

  constructor(parts: SimulatorParts) {
    this.parts = parts;
  }

  get fault(): SbiFault {
    return this.#fault;
  }

  /** How often it was told to capture. */
  get captures(): number {
    return this.#captures;
  }

  get capturing(): boolean {
    return this.#capturing;
  }

  /** Holds until another is set. `unplug` breaks what runs. */
  setFault(fault: SbiFault): void {
    this.#fault = fault;
    if (fault === 'unplug') for (const wire of this.#open) void wire[Symbol.asyncDispose]();
  }

  /** Strikes the next capture only. */
  setFaultOnce(fault: SbiFault): void {
    this.setFault(fault);
    this.#once = true;
  }

  /** Serves one connection to its end. */
  async serve(wire: Transport): Promise<void> {
    this.#open.add(wire);
    void wire.closed.then(() => this.#open.delete(wire));
    const message = new HttpMessage('request', MAX_REQUEST_BYTES);
    const whole = Promise.withResolvers<boolean>();
    const stop = wire.onData((bytes) => {
      message.push(bytes);
      if (message.fault !== undefined) whole.resolve(false);
      if (message.filled || (message.head !== undefined && !message.head.headers.has('content-length'))) whole.resolve(true);
    });
    void wire.closed.then(() => whole.resolve(false));
    const [verb = '', path = ''] = (await whole.promise) ? message.head!.start.split(' ') : [];
    stop();
    const body = fieldsOf(parseJson(utf8Text(message.body))) ?? {};
    if (verb === STREAM_VERB) await playStream(this, wire, slapOfSubId(textOf(body['deviceSubId'])));
    else if (verb !== '') await this.#send(wire, await this.#answer(verb, path, body, wire));
    if (verb === CAPTURE_VERB && this.#once) this.#fault = 'none';
    await wire[Symbol.asyncDispose]();
  }

  async #answer(verb: string, path: string, body: Fields, wire: Transport): Promise<string> {
    const { discover, info } = VERBS[this.parts.version];
    if (verb === discover && path.startsWith('/device')) return JSON.stringify(this.#fault === 'unplug' ? [] : [this.#discovered()]);
    if (verb === info && path.startsWith('/info')) return JSON.stringify(this.#fault === 'unplug' ? [] : [this.#info()]);
    if (verb === CAPTURE_VERB && path.startsWith('/capture')) return this.#capture(body, wire);
    return failure('500', 'Invalid URL');
  }

  async #send(wire: Transport, json: string): Promise<void> {
    const bytes = encodeAnswer(this.#fault === 'truncated-json' ? json.slice(0, Math.floor(json.length / 2)) : json);
    const piece = this.#fault === 'slow-drip' ? Math.ceil(bytes.length / DRIP_PIECES) : bytes.length;
    const gone = new AbortController();
    void wire.closed.then(() => gone.abort());
    for (let at = 0; at < bytes.length && !gone.signal.aborted; at += piece) {
      if (at > 0) await this.parts.clock.sleep(DRIP_MS, gone.signal);
      await wire.write(bytes.subarray(at, at + piece)).catch(() => gone.abort());
    }
  }

  #status(): string {
    return this.#fault === 'busy' ? 'Busy' : this.#fault === 'not-ready' ? 'Not Ready' : this.#fault === 'unregistered' ? 'Not Registered' : 'Ready';
  }

  #digitalId(): string {
    const { serialNo, clock } = this.parts;
    return JSON.stringify({ serialNo, make: 'Tram Can Cuoc', model: 'SBI-SIM-10', type: 'Finger', deviceSubType: 'Slap', deviceProvider: 'Tram Can Cuoc', deviceProviderId: 'TCC', dateTime: sbiTime(clock.now()) });
  }

  #described(digitalId: string): Fields {
    const { serialNo, version, port } = this.parts;
    const own = version === '0.9.5' ? { deviceId: '2', deviceCode: serialNo } : { serialNo };
    return { ...own, deviceStatus: this.#status(), certification: version === '0.9.5' ? 'L1' : 'SBI 2.0', serviceVersion: '0.9.5.1', deviceSubId: ['1', '2', '3'], callbackId: `http://127.0.0.1:${port}/`, digitalId, specVersion: [version], purpose: 'Registration' };
  }

  #discovered(): Fields {
    return { ...this.#described(formatBase64Url(utf8Bytes(this.#digitalId()))), error: { errorCode: '0', errorInfo: 'Success' } };
  }

  #info(): Fields {
    const unsigned = this.#fault === 'unregistered';
    const token = (payload: string): string => (unsigned ? formatBase64Url(utf8Bytes(payload)) : this.parts.sign(payload, 'good'));
    const code = { Ready: '0', Busy: SBI_ERROR.busy, 'Not Ready': SBI_ERROR.notReady, 'Not Registered': SBI_ERROR.unregistered }[this.#status()] ?? '0';
    return { deviceInfo: token(JSON.stringify({ ...this.#described(token(this.#digitalId())), firmware: '1.0', env: 'Staging' })), error: { errorCode: code, errorInfo: this.#status() } };
  }

  async #capture(body: Fields, wire: Transport): Promise<string> {
    const refused = this.#refusal();
    if (refused !== undefined) return refused;
    if (this.#capturing) return failure(SBI_ERROR.capturing, 'Capture in progress');
    const bio = fieldsOf(Array.isArray(body['bio']) ? body['bio'][0] : undefined) ?? {};
    const slap = slapOfSubId(textOf(bio['deviceSubId']));
    const excepted = (Array.isArray(bio['exception']) ? bio['exception'] : []).map((name) => fingerOf(textOf(name)));
    const fingers = slap === undefined ? [] : FINGERS_OF[slap].filter((finger) => !excepted.includes(finger));
    if (fingers.length === 0 || textOf(bio['count']) !== String(fingers.length)) return failure('109', 'Count not supported');
    this.#capturing = true;
    this.#captures += 1;
    const gone = new AbortController();
    void wire.closed.then(() => gone.abort());
    await this.parts.clock.sleep(Math.min(this.parts.captureMs, Number(textOf(body['timeout'])) || this.parts.captureMs), gone.signal);
    while (this.#fault === 'stalled-stream' && !gone.signal.aborted) await this.parts.clock.sleep(LOOK_MS, gone.signal);
    this.#capturing = false;
    return JSON.stringify({ biometrics: this.#elements(body, this.#seen(fingers), textOf(bio['previousHash'])) });
  }

  #refusal(): string | undefined {
    switch (this.#fault) {
      case 'busy': return failure(SBI_ERROR.busy, 'Device is busy');
      case 'not-ready': return failure(SBI_ERROR.notReady, 'Device not ready');
      case 'unregistered': return failure(SBI_ERROR.unregistered, 'Device not registered');
      case 'unplug': return failure(SBI_ERROR.gone, 'Device not found');
      default: return undefined;
    }
  }

  /** The fingers that are on the glass, whoever asked for what. */
  #seen(fingers: readonly Finger[]): readonly Finger[] {
    switch (this.#fault) {
      case 'missing-finger': return fingers.slice(0, -1);
      case 'one-finger': return fingers.slice(0, 1);
      case 'swapped-hand': return fingers.map((finger) => (finger.startsWith('left-') ? finger.replace('left-', 'right-') : finger.replace('right-', 'left-')) as Finger);
      default: return fingers;
    }
  }

  #elements(body: Fields, fingers: readonly Finger[], previousHash: string): readonly Fields[] {
    const { version, clock, sign } = this.parts;
    const asked = textOf(body['transactionId']);
    const transactionId = this.#fault === 'stale-transaction' ? this.#lastTransaction : asked;
    this.#lastTransaction = asked;
    const attempt = ++this.#attempt;
    const timestamp = sbiTime(clock.now() - (this.#fault === 'clock-skew' ? SKEW_MS : 0));
    const how = this.#fault === 'wrong-signature' ? 'bad' : this.#fault === 'expired-certificate' ? 'expired' : 'good';
    const digitalId = sign(this.#digitalId(), 'good');
    let previous = previousHash;
    return fingers.map((finger) => {
      const record = recordOf(finger, this.parts.finger(finger, attempt));
      const hash = nextHash(previous, record) ?? '';
      previous = hash;
      const data = {
        digitalId, deviceServiceVersion: '0.9.5.1', bioType: 'Finger', bioSubType: SBI_NAME[finger], purpose: textOf(body['purpose']), env: textOf(body['env']),
        bioValue: formatBase64Url(record), transactionId, timestamp, requestedScore: '40', qualityScore: SCORE, ...(version === '0.9.5' ? { deviceCode: this.parts.serialNo } : {}),
      };
      const shown = this.#fault === 'broken-hash-chain' ? hash.replace(/^./, hash.startsWith('0') ? '1' : '0') : hash;
      return { specVersion: version, data: sign(JSON.stringify(data), how), hash: shown, error: { errorCode: '0', errorInfo: 'Success' } };
    });
  }
}

const failure = (errorCode: string, errorInfo: string): string => JSON.stringify({ biometrics: null, error: { errorCode, errorInfo } });

/** ISO/IEC 19794-4:2011 with one plain live-scan impression at 500 ppi. */
export function recordOf(finger: Finger, image: SimulatedImage): Uint8Array {
  const { widthPx, heightPx } = image;
  const { data, compression } = 'wsq' in image ? { data: image.wsq, compression: 2 } : image;
  const resolution = { scaleUnits: 1, captureX: 500, captureY: 500, imageX: 500, imageY: 500 };
  return writeFinger2011({ format: 'finger-2011', certified: false, positionCount: 1, representations: [{
    capturedAt: UNKNOWN_TIME, device: { technology: 0, vendor: 0, type: 0 }, quality: [], certifications: [], position: FGP[finger], number: 0, resolution,
    bitDepth: 8, compression, impression: 0, widthPx, heightPx, data, extended: new Uint8Array(0),
  }] });
}
