import { FGP, type Finger } from '../../electron/core/dossier/capture-slots.ts';
import { sha256Hex } from '../../electron/core/biometrics/sha256.ts';
import { readFinger2011, type Finger2011 } from '../../electron/core/biometrics/iso19794/finger.ts';
import { err, ok, type Result } from '../../electron/core/result/result.ts';
import { fingerOf } from './finger-names.ts';
import { fieldsOf, parseDigitalId, textOf, type SbiElement, type SbiVersion } from './protocol.ts';
import { joinBytes } from '../../electron/core/bytes/join-bytes.ts';
import { parseBase64, parseJson, utf8Bytes, utf8Text } from './text-bytes.ts';

/** What a token must prove. `chain` is DER, the signer first. Runs outside the driver, which has no cryptography. */
export type SignedToken = { readonly chain: readonly Uint8Array[]; readonly signingInput: Uint8Array; readonly signature: Uint8Array };
export type TokenVerdict = 'trusted' | 'bad-signature' | 'untrusted' | 'expired' | 'weak-key';
/** Checks RS256 signature and chain to the station's trust list at `atMs`. */
export type TrustCheck = (token: SignedToken, atMs: number) => TokenVerdict;

export type CaptureDoubt =
  | 'spec-version' | 'not-a-jws' | 'algorithm' | Exclude<TokenVerdict, 'trusted'> | 'transaction' | 'purpose' | 'bio-type' | 'clock-skew' | 'wrong-device'
  | 'hash-chain' | 'score' | 'not-an-iso-record' | 'wrong-fingers';

export type Expectation = {
  readonly version: SbiVersion;
  readonly transactionId: string;
  readonly serialNo: string;
  readonly fingers: readonly Finger[];
  readonly previousHash: string;
  readonly nowMs: number;
  readonly maxSkewMs: number;
};
export type VerifiedFinger = { readonly finger: Finger; readonly record: Finger2011; readonly recordBytes: Uint8Array; readonly score: number };
export type VerifiedCapture = { readonly fingers: readonly VerifiedFinger[]; readonly lastHash: string };

const MAX_CHAIN = 5;

/** Believes a capture only as a whole: every signature, the chain of hashes, the transaction, the clock, and exactly the fingers asked for. */
export function verifyCapture(elements: readonly SbiElement[], expected: Expectation, check: TrustCheck): Result<VerifiedCapture, CaptureDoubt> {
  const fingers: VerifiedFinger[] = [];
  let previousHash = expected.previousHash;
  for (const element of elements) {
    const one = verifyElement(element, { ...expected, previousHash }, check);
    if (!one.ok) return one;
    previousHash = element.hash;
    fingers.push(one.value);
  }
  const got = fingers.map(({ finger }) => finger).sort();
  const asked = [...expected.fingers].sort();
  if (got.length !== asked.length || got.some((finger, n) => finger !== asked[n])) return err('wrong-fingers');
  return ok({ fingers, lastHash: previousHash });
}

function verifyElement(element: SbiElement, expected: Expectation, check: TrustCheck): Result<VerifiedFinger, CaptureDoubt> {
  if (element.specVersion !== expected.version) return err('spec-version');
  const opened = openToken(element.data, expected.nowMs, check);
  if (!opened.ok) return opened;
  const data = opened.value;
  if (textOf(data['transactionId']) !== expected.transactionId) return err('transaction');
  if (textOf(data['purpose']) !== 'Registration') return err('purpose');
  if (textOf(data['bioType']) !== 'Finger') return err('bio-type');
  const at = parseTime(textOf(data['timestamp']));
  if (at === undefined || Math.abs(at - expected.nowMs) > expected.maxSkewMs) return err('clock-skew');
  const device = verifyDevice(textOf(data['digitalId']), expected, check);
  if (!device.ok) return device;
  const finger = fingerOf(textOf(data['bioSubType']));
  if (finger === undefined) return err('wrong-fingers');
  return verifyRecord(element, data, { finger, previousHash: expected.previousHash });
}

function verifyRecord(element: SbiElement, data: Readonly<Record<string, unknown>>, given: { readonly finger: Finger; readonly previousHash: string }): Result<VerifiedFinger, CaptureDoubt> {
  const recordBytes = parseBase64(textOf(data['bioValue']));
  if (recordBytes === undefined || recordBytes.length === 0) return err('not-an-iso-record');
  const hash = nextHash(given.previousHash, recordBytes);
  if (hash === undefined || hash !== element.hash) return err('hash-chain');
  const score = Number(textOf(data['qualityScore']) || Number.NaN);
  if (!(score >= 0 && score <= 100)) return err('score');
  const record = readFinger2011(recordBytes);
  if (!record.ok || record.value.representations.length !== 1) return err('not-an-iso-record');
  // The label outside and the record inside must name the same finger.
  if (record.value.representations[0]!.position !== FGP[given.finger]) return err('wrong-fingers');
  return ok({ finger: given.finger, record: record.value, recordBytes, score });
}

function verifyDevice(token: string, expected: Expectation, check: TrustCheck): Result<undefined, CaptureDoubt> {
  const opened = openToken(token, expected.nowMs, check);
  if (!opened.ok) return opened;
  return parseDigitalId(token)?.serialNo === expected.serialNo ? ok(undefined) : err('wrong-device');
}

/** Payload of a compact JWS (RFC 7515, 7.1) whose signature and chain hold. Only RS256: a token does not choose how it is checked. */
export function openToken(token: string, nowMs: number, check: TrustCheck): Result<Readonly<Record<string, unknown>>, CaptureDoubt> {
  const parts = token.split('.');
  const [head, payload, signature] = parts.map(parseBase64);
  if (parts.length !== 3 || head === undefined || payload === undefined || signature === undefined) return err('not-a-jws');
  const header = fieldsOf(parseJson(utf8Text(head)));
  const fields = fieldsOf(parseJson(utf8Text(payload)));
  if (header === undefined || fields === undefined) return err('not-a-jws');
  if (header['alg'] !== 'RS256') return err('algorithm');
  const chain = Array.isArray(header['x5c']) ? header['x5c'].slice(0, MAX_CHAIN).map((one) => parseBase64(textOf(one)) ?? new Uint8Array(0)) : [];
  if (chain.length === 0) return err('untrusted');
  const verdict = check({ chain, signingInput: utf8Bytes(`${parts[0]}.${parts[1]}`), signature }, nowMs);
  return verdict === 'trusted' ? ok(fields) : err(verdict);
}

const EMPTY_HASH = sha256Hex(new Uint8Array(0)).toUpperCase();

/**
 * Next link of the hash chain, 64 upper-case hex digits: SHA-256(previous ∥ SHA-256(record)), the first link over SHA-256 of nothing.
 * undefined where `previousHash` is no hash. Source: MDS specification 0.9.5, "hash"; compliance toolkit, HashUtil.
 */
export function nextHash(previousHash: string, record: Uint8Array): string | undefined {
  const previous = hexBytes(previousHash === '' ? EMPTY_HASH : previousHash);
  return previous === undefined ? undefined : sha256Hex(joinBytes([previous, hexBytes(sha256Hex(record).toUpperCase())!])).toUpperCase();
}

function hexBytes(hex: string): Uint8Array | undefined {
  return /^[A-F0-9]{64}$/.test(hex) ? Uint8Array.from({ length: 32 }, (_, n) => Number.parseInt(hex.slice(n * 2, n * 2 + 2), 16)) : undefined;
}

/** Milliseconds of an ISO time with zone; a time without a zone proves nothing. */
function parseTime(text: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:?\d{2})$/.test(text)) return undefined;
  const ms = Date.parse(text);
  return Number.isNaN(ms) ? undefined : ms;
}
