import { sha256Hex } from '../biometrics/sha256.ts';
import { err, ok, type Result } from '../result/result.ts';
import { fromBase45, toBase45 } from './base45.ts';

/** What the QR code of a receipt states; docs/devices/receipt.md gives it byte by byte. */
export type ReceiptStatement = {
  readonly dossierId: string;
  /** Twelve digits, `''` where the citizen has no number yet. */
  readonly pid: string;
  /** Epoch seconds. */
  readonly receivedAtS: number;
  /** `YYYY-MM-DD` */
  readonly dueOn: string;
  /** Hex of the first eight bytes of a hash over name and birth date: the printed lines can be held against it. */
  readonly personTag: string;
  /** Head of the station's audit chain, hex. */
  readonly auditHead: string;
  /** Hex of the first eight bytes of the SHA-256 of the station's certificate; zeros where the station has none yet. */
  readonly keyId: string;
  readonly practice: boolean;
};
export type ReadReceipt = { readonly statement: ReceiptStatement; /** The bytes that were signed. */ readonly signed: Uint8Array<ArrayBuffer>; /** r and s, 32 bytes each; empty where the station couldn't sign. */ readonly signature: Uint8Array<ArrayBuffer> };

const PREFIX = 'TCC2:';
const VERSION = 2;
const PRACTICE = 1;
const STATEMENT_BYTES = 77;
const SIGNATURE_BYTES = 64;
const DAY_MS = 86_400_000;
const NO_PID = 2 ** 40 - 1;

/** Of the lines as they are printed: name in capitals, NFC, and the birth date. */
export const personTag = (fullName: string, birthDate: string): string =>
  sha256Hex(utf8(`${fullName.normalize('NFC').toLocaleUpperCase('vi')}\n${birthDate}`)).slice(0, 16);

const utf8 = (text: string): Uint8Array => Uint8Array.from(encodeURIComponent(text).replace(/%(..)/g, (_, pair: string) => String.fromCharCode(Number.parseInt(pair, 16))), (letter) => letter.charCodeAt(0));

/** The 77 bytes to be signed. */
export function statementBytes(statement: ReceiptStatement): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(STATEMENT_BYTES);
  const view = new DataView(bytes.buffer);
  const pid = statement.pid === '' ? NO_PID : Number(statement.pid);
  bytes[0] = VERSION;
  bytes[1] = statement.practice ? PRACTICE : 0;
  bytes.set(fromHex(statement.dossierId.replaceAll('-', '')), 2);
  view.setUint8(18, Math.floor(pid / 2 ** 32));
  view.setUint32(19, pid % 2 ** 32);
  view.setUint32(23, statement.receivedAtS);
  view.setUint16(27, Math.round(Date.parse(`${statement.dueOn}T00:00:00Z`) / DAY_MS));
  bytes.set(fromHex(statement.personTag), 29);
  bytes.set(fromHex(statement.auditHead), 37);
  bytes.set(fromHex(statement.keyId), 69);
  return bytes;
}

export const receiptCode = (signed: Uint8Array, signature: Uint8Array): string => PREFIX + toBase45(Uint8Array.from([...signed, ...signature]));

/** Reads what a code reader gives; anything but a code of this version is none. */
export function readReceiptCode(text: string): Result<ReadReceipt, 'no-receipt'> {
  const bytes = text.startsWith(PREFIX) ? fromBase45(text.slice(PREFIX.length)) : undefined;
  if (bytes === undefined || bytes[0] !== VERSION || bytes[1]! > PRACTICE) return err('no-receipt');
  if (bytes.length !== STATEMENT_BYTES && bytes.length !== STATEMENT_BYTES + SIGNATURE_BYTES) return err('no-receipt');
  const view = new DataView(bytes.buffer);
  const id = hex(bytes.subarray(2, 18));
  const pid = view.getUint8(18) * 2 ** 32 + view.getUint32(19);
  if (pid !== NO_PID && pid >= 10 ** 12) return err('no-receipt');
  return ok({
    statement: {
      dossierId: [id.slice(0, 8), id.slice(8, 12), id.slice(12, 16), id.slice(16, 20), id.slice(20)].join('-'),
      pid: pid === NO_PID ? '' : String(pid).padStart(12, '0'), receivedAtS: view.getUint32(23), dueOn: new Date(view.getUint16(27) * DAY_MS).toISOString().slice(0, 10),
      personTag: hex(bytes.subarray(29, 37)), auditHead: hex(bytes.subarray(37, 69)), keyId: hex(bytes.subarray(69, 77)), practice: bytes[1] === PRACTICE,
    },
    signed: bytes.slice(0, STATEMENT_BYTES), signature: bytes.slice(STATEMENT_BYTES),
  });
}

const hex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
const fromHex = (text: string): Uint8Array => Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
