import { err, ok, type Result } from '../../electron/core/result/result.ts';
import { SBI_NAME, type FingerOrder } from './finger-names.ts';
import { parseJson, parseBase64, utf8Text } from './text-bytes.ts';

/** SBI as JSON. Sources: MOSIP MDS specification 0.9.5 (Oct 2023), Secure Biometric Interface 1.0 (Apr 2022). */
export type SbiVersion = '0.9.5' | '1.0.0';
export const VERBS: Readonly<Record<SbiVersion, { readonly discover: string; readonly info: string }>> = {
  '0.9.5': { discover: 'MOSIPDISC', info: 'MOSIPDINFO' },
  '1.0.0': { discover: 'SBIDISC', info: 'SBIINFO' },
};
export const CAPTURE_VERB = 'RCAPTURE';
export const STREAM_VERB = 'STREAM';
export const FIRST_PORT = 4501;
export const LAST_PORT = 4600;

/** Error numbers of the specification that mean something to the officer; the rest is a failed capture. */
export const SBI_ERROR = { success: '0', unregistered: '100', nothingSeen: '101', gone: '106', notReady: '110', busy: '111', badTransaction: '112', streamGone: '202', capturing: '703' } as const;

export type DeviceStatus = 'Ready' | 'Busy' | 'Not Ready' | 'Not Registered';
export type SbiDevice = {
  readonly port: number;
  readonly version: SbiVersion;
  readonly status: DeviceStatus;
  readonly deviceId: string;
  readonly certification: string;
  readonly serviceVersion: string;
  readonly firmware: string;
  readonly subIds: readonly string[];
  readonly purpose: string;
  readonly env: string;
  readonly id: DigitalId;
  /** The signed digital id, absent where the device is not registered. */
  readonly digitalIdToken: string | undefined;
};
export type DigitalId = { readonly serialNo: string; readonly make: string; readonly model: string; readonly type: string; readonly deviceSubType: string; readonly dateTime: string };
export type SbiElement = { readonly specVersion: string; readonly data: string; readonly hash: string; readonly errorCode: string };

type Fields = Readonly<Record<string, unknown>>;
const MAX_LIST = 64;

export const fieldsOf = (value: unknown): Fields | undefined => (typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : undefined);
/** Text of a field; numbers count as text, since services send either. */
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '');
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value.slice(0, MAX_LIST) : []);

/** Payload of a compact JWS, or of an unsigned base64url text; undefined where it is neither. Proves nothing. */
export function payloadOf(token: string): Fields | undefined {
  const parts = token.split('.');
  const encoded = parts.length === 3 ? parts[1]! : parts.length === 1 ? parts[0]! : '';
  const bytes = encoded === '' ? undefined : parseBase64(encoded);
  return bytes === undefined ? undefined : fieldsOf(parseJson(utf8Text(bytes)));
}

export function parseDigitalId(token: string): DigitalId | undefined {
  const fields = payloadOf(token);
  if (fields === undefined || textOf(fields['serialNo']) === '') return undefined;
  const { serialNo, make, model, type, deviceSubType, dateTime } = fields;
  return { serialNo: textOf(serialNo), make: textOf(make), model: textOf(model), type: textOf(type), deviceSubType: textOf(deviceSubType), dateTime: textOf(dateTime) };
}

/** Answer to MOSIPDINFO or SBIINFO: every device of one service that can be understood. */
export function parseInfo(body: unknown, port: number, version: SbiVersion): Result<readonly SbiDevice[], 'malformed'> {
  if (!Array.isArray(body)) return err('malformed');
  const devices = listOf(body).flatMap((entry): SbiDevice[] => {
    const token = textOf(fieldsOf(entry)?.['deviceInfo']);
    const info = token === '' ? undefined : payloadOf(token);
    if (info === undefined) return [];
    const digitalIdToken = textOf(info['digitalId']);
    const id = parseDigitalId(digitalIdToken);
    const status = STATUSES.find((one) => one === textOf(info['deviceStatus']));
    if (id === undefined || status === undefined) return [];
    return [{
      port, version, status, id,
      deviceId: textOf(info['deviceId']), certification: textOf(info['certification']), serviceVersion: textOf(info['serviceVersion']), firmware: textOf(info['firmware']),
      subIds: listOf(info['deviceSubId']).map(textOf), purpose: textOf(info['purpose']), env: textOf(info['env']),
      digitalIdToken: digitalIdToken.includes('.') ? digitalIdToken : undefined,
    }];
  });
  return ok(devices);
}
const STATUSES: readonly DeviceStatus[] = ['Ready', 'Busy', 'Not Ready', 'Not Registered'];

/** Answer to RCAPTURE as it stands; nothing in it is believed yet. An error instead of a list becomes one failed element. */
export function parseCapture(body: unknown): Result<readonly SbiElement[], 'malformed'> {
  const fields = fieldsOf(body);
  const alone = textOf(fieldsOf(fields?.['error'])?.['errorCode']);
  if (!Array.isArray(fields?.['biometrics'])) return alone === '' ? err('malformed') : ok([{ specVersion: '', data: '', hash: '', errorCode: alone }]);
  const elements = listOf(fields['biometrics']).map((value): SbiElement => {
    const element = fieldsOf(value);
    return { specVersion: textOf(element?.['specVersion']), data: textOf(element?.['data']), hash: textOf(element?.['hash']), errorCode: textOf(fieldsOf(element?.['error'])?.['errorCode']) || SBI_ERROR.success };
  });
  return elements.length === 0 ? err('malformed') : ok(elements);
}

/** Error number in an answer that should have been something else. */
export const errorCodeOf = (body: unknown): string => textOf(fieldsOf(fieldsOf(body)?.['error'])?.['errorCode']);

export type CaptureOrder = {
  readonly order: FingerOrder;
  readonly transactionId: string;
  readonly env: string;
  readonly timeoutMs: number;
  /** 0..100; a whole number, because services parse it as one. */
  readonly requestedScore: number;
  /** Hash of the last element of the capture before, empty for the first. */
  readonly previousHash: string;
  readonly capturedAt: string;
};

export function captureBody(device: SbiDevice, order: CaptureOrder): string {
  const own = device.version === '0.9.5' ? { deviceId: device.deviceId } : { serialNo: device.id.serialNo };
  const bio = {
    type: 'Finger', count: String(order.order.fingers.length), bioSubType: order.order.fingers.map((finger) => SBI_NAME[finger]), exception: order.order.exceptions.map((finger) => SBI_NAME[finger]),
    requestedScore: String(order.requestedScore), ...own, deviceSubId: order.order.subId, previousHash: order.previousHash,
  };
  return JSON.stringify({ env: order.env, purpose: 'Registration', specVersion: device.version, timeout: String(order.timeoutMs), captureTime: order.capturedAt, transactionId: order.transactionId, bio: [bio], customOpts: null });
}

export function streamBody(device: SbiDevice, subId: string, timeoutMs: number): string {
  const own = device.version === '0.9.5' ? { deviceId: device.deviceId } : { serialNo: device.id.serialNo, type: 'Finger', specVersion: device.version };
  return JSON.stringify({ ...own, deviceSubId: subId, timeout: String(timeoutMs) });
}

/** Seconds and `Z`, as the specification writes times. */
export const sbiTime = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19)}Z`;
