import { utf8Bytes } from '../../drivers/sbi/text-bytes.ts';
import { HttpMessage, encodeAnswer } from '../../drivers/sbi/http-message.ts';
import { LiveStream } from '../../drivers/sbi/live-stream.ts';
import { errorCodeOf, parseCapture, parseInfo } from '../../drivers/sbi/protocol.ts';
import { verifyCapture } from '../../drivers/sbi/verify-capture.ts';
import { parseJson, utf8Text } from '../../drivers/sbi/text-bytes.ts';
import { StatusReader } from '../../drivers/escpos/protocol.ts';
import { CodeLines, HidPosCodes, MAX_CODE_BYTES, encodeHidPos } from '../../drivers/code-reader/protocol.ts';
import { TopazReader, encodePosition, encodePressure } from '../../drivers/topaz/protocol.ts';
import { encodeCapability, encodePen, parseCapability, parseInformation, parsePen } from '../../drivers/wacom-stu/protocol.ts';
import { STU_430 } from '../../drivers/wacom-stu/simulator.ts';
import { KIND, MAX_PAYLOAD_BYTES, ZfmReader, encodeFrame } from '../../drivers/zfm/protocol.ts';

/** One reader of bytes from a device. `good` is a conversation as it should be; `read` says in a word how the damaged one ended, or throws, which is a bug. */
export type FuzzTarget = { readonly name: string; readonly good: Uint8Array; readonly read: (pieces: readonly Uint8Array[]) => string };

const bytes = (...parts: readonly Uint8Array[]): Uint8Array => Uint8Array.from(parts.flatMap((part) => [...part]));
const token = `${Buffer.from('{"alg":"RS256","x5c":["AAAA"]}').toString('base64url')}.${Buffer.from('{"transactionId":"abcd","bioType":"Finger","bioSubType":"Left Thumb","qualityScore":"70"}').toString('base64url')}.AAAA`;
const CAPTURE = JSON.stringify({ biometrics: [{ specVersion: '0.9.5', data: token, hash: 'A'.repeat(64), error: { errorCode: '0', errorInfo: 'Thành công' } }] });
const EXPECTED = { version: '0.9.5', transactionId: 'abcd', serialNo: 'X', fingers: ['left-thumb'], previousHash: '', nowMs: 0, maxSkewMs: 1 } as const;
const PART = bytes(utf8Bytes('--BoundaryString\r\nContent-Type:image/jpeg\r\nCONTENT-LENGTH: 40\r\n\r\n'), new Uint8Array(40).fill(7), utf8Bytes('\r\n\r\n'));

/** Fails loudly where a reader says more than it can have heard. */
function must(holds: boolean, what: string): void {
  if (!holds) throw new Error(what);
}

function readHttp(pieces: readonly Uint8Array[], use: (json: unknown) => string): string {
  const message = new HttpMessage('answer', 10_000);
  for (const piece of pieces) message.push(piece);
  message.end();
  must(message.body.length <= 10_000, 'body beyond its limit');
  return message.fault ?? use(parseJson(utf8Text(message.body)));
}

export const FUZZ_TARGETS: readonly FuzzTarget[] = [
  {
    name: 'sbi capture', good: encodeAnswer(CAPTURE),
    read: (pieces) => readHttp(pieces, (json) => {
      const elements = parseCapture(json);
      if (!elements.ok) return `malformed ${errorCodeOf(json) === '' ? '' : 'with number'}`;
      const verified = verifyCapture(elements.value, EXPECTED, () => 'trusted');
      must(!verified.ok, 'a capture without a record was believed');
      return verified.ok ? 'verified' : verified.error;
    }),
  },
  { name: 'sbi info', good: encodeAnswer(JSON.stringify([{ deviceInfo: token }])), read: (pieces) => readHttp(pieces, (json) => (parseInfo(json, 4501, '0.9.5').ok ? 'read' : 'malformed')) },
  {
    name: 'sbi stream', good: bytes(utf8Bytes('HTTP/1.0 200 OK\r\nContent-Type: multipart/x-mixed-replace; boundary=--BoundaryString\r\n\r\n'), PART, PART, PART),
    read: (pieces) => {
      const stream = new LiveStream();
      const parts = pieces.reduce((sum, piece) => sum + stream.push(piece).length, 0);
      return `${parts > 3 ? 'more' : parts} parts, ${stream.end()}`;
    },
  },
  {
    name: 'zfm', good: bytes(encodeFrame(KIND.ack, Uint8Array.of(0)), encodeFrame(KIND.data, new Uint8Array(64).fill(9)), encodeFrame(KIND.end, new Uint8Array(128).fill(5))),
    read: (pieces) => {
      const reader = new ZfmReader();
      const heard = pieces.flatMap((piece) => reader.push(piece));
      must(heard.every((one) => one.type === 'fault' || one.frame.payload.length <= MAX_PAYLOAD_BYTES), 'payload beyond its limit');
      return heard.some((one) => one.type === 'fault') ? 'faults' : 'frames';
    },
  },
  ...([0, 1] as const).map((format): FuzzTarget => ({
    name: `topaz format ${format}`, good: bytes(...Array.from({ length: 20 }, (_, n) => bytes(format === 0 ? encodePressure(n * 50) : new Uint8Array(0), encodePosition({ x: 600 + n * 9, y: 800 + n, down: n > 2 }, format)))),
    read: (pieces) => {
      const reader = new TopazReader(format);
      const packets = pieces.flatMap((piece) => reader.push(piece));
      must(packets.every((one) => one.type !== 'position' || (one.x >= 0 && one.x < 4_096 && one.y >= 0 && one.y < 4_096)), 'position beyond the pad');
      return reader.skippedBytes > 0 ? 'noise' : 'clean';
    },
  })),
  {
    name: 'wacom-stu', good: bytes(encodePen({ ready: true, tip: true, pressure: 500, x: 900, y: 700, timeMs: 9, sequence: 2 })),
    read: ([report = new Uint8Array(0)]) => {
      const pen = parsePen(report);
      must(pen === undefined || (pen.pressure < 4_096 && pen.x < 65_536), 'pen beyond its bits');
      return pen === undefined ? 'no report' : 'pen';
    },
  },
  {
    name: 'wacom-stu capability', good: encodeCapability(STU_430),
    read: ([report = new Uint8Array(0)]) => {
      const capability = parseCapability(report);
      return capability.ok ? 'read' : `${capability.error} ${parseInformation(report).ok ? 'named' : ''}`;
    },
  },
  { name: 'escpos status', good: Uint8Array.of(0x12, 0x12, 0x12, 0x12, 0, 0x16, 0x12, 0x12, 0x72, 0x0c), read: (pieces) => {
    const reader = new StatusReader();
    return `${pieces.flatMap((piece) => reader.push(piece)).length > 0 ? 'answers' : 'none'}`;
  } },
  {
    name: 'serial codes', good: utf8Bytes(`]Q1tcc1:${'a'.repeat(36)}:${'b'.repeat(64)}\r\n]Q1001099000001||Nguyễn Văn A\r`),
    read: (pieces) => {
      const lines = new CodeLines();
      const codes = pieces.flatMap((piece) => lines.push(piece));
      must(codes.every((code) => !code.ok || code.value.bytes.length <= MAX_CODE_BYTES), 'code beyond its limit');
      return codes.length > 0 ? 'codes' : 'none';
    },
  },
  {
    name: 'hid-pos codes', good: encodeHidPos(new Uint8Array(50).fill(65))[0]!,
    read: (pieces) => {
      const codes = new HidPosCodes();
      return pieces.some((piece) => codes.push(piece)?.ok === true) ? 'code' : 'none';
    },
  },
];

/** The same damaged bytes cut into up to four pieces at places that `random` picks. */
export function cut(whole: Uint8Array, random: () => number): readonly Uint8Array[] {
  const places = Array.from({ length: Math.floor(random() * 4) }, () => Math.floor(random() * (whole.length + 1))).sort((a, b) => a - b);
  return [...places, whole.length].map((end, n) => whole.subarray(places[n - 1] ?? 0, end));
}
