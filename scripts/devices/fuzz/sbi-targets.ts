import { HttpMessage, encodeAnswer } from '../../../drivers/sbi/http-message.ts';
import { LiveStream } from '../../../drivers/sbi/live-stream.ts';
import { errorCodeOf, parseCapture, parseInfo, sbiTime } from '../../../drivers/sbi/protocol.ts';
import { recordOf } from '../../../drivers/sbi/simulator.ts';
import { formatBase64Url, parseJson, utf8Bytes, utf8Text } from '../../../drivers/sbi/text-bytes.ts';
import { nextHash, verifyCapture, type Expectation } from '../../../drivers/sbi/verify-capture.ts';
import { jwsTrust } from '../../../native-bridges/transports/jws-trust.ts';
import { makeSbiPki } from '../sbi-pki.ts';
import { bytes, must, type FuzzTarget } from './target.ts';

const MAX_BODY_BYTES = 20_000;
const nowMs = Date.now();
const pki = makeSbiPki(nowMs);
const trust = jwsTrust([pki.authorityDer]);
const EXPECTED: Expectation = { version: '0.9.5', transactionId: 'abcd', serialNo: 'X', fingers: ['left-thumb'], previousHash: '', nowMs, maxSkewMs: 60_000 };

const RECORD = recordOf('left-thumb', { widthPx: 8, heightPx: 8, data: new Uint8Array(64).fill(9), compression: 0 });
const digitalId = pki.sign(JSON.stringify({ serialNo: 'X', make: 'M', model: 'N', type: 'Finger', deviceSubType: 'Slap', dateTime: sbiTime(nowMs) }), 'good');
const data = pki.sign(JSON.stringify({
  digitalId, bioType: 'Finger', bioSubType: 'Left Thumb', purpose: 'Registration', env: 'Staging', bioValue: formatBase64Url(RECORD), transactionId: 'abcd', timestamp: sbiTime(nowMs), qualityScore: '70',
}), 'good');
const CAPTURE = JSON.stringify({ biometrics: [{ specVersion: '0.9.5', data, hash: nextHash('', RECORD), error: { errorCode: '0', errorInfo: 'Thành công' } }] });
const INFO = JSON.stringify([{ deviceInfo: pki.sign(JSON.stringify({ deviceStatus: 'Ready', deviceId: '2', deviceSubId: ['1', '2', '3'], digitalId }), 'good') }]);
const PART = bytes(utf8Bytes('--BoundaryString\r\nContent-Type:image/jpeg\r\nCONTENT-LENGTH: 40\r\n\r\n'), new Uint8Array(40).fill(7), utf8Bytes('\r\n\r\n'));

function readHttp(pieces: readonly Uint8Array[], use: (json: unknown) => string): string {
  const message = new HttpMessage('answer', MAX_BODY_BYTES);
  for (const piece of pieces) message.push(piece);
  message.end();
  must(message.body.length <= MAX_BODY_BYTES, 'body beyond its limit');
  return message.fault ?? use(parseJson(utf8Text(message.body)));
}

/** What an SBI service answers: HTTP, JSON, signed tokens and the live stream. The capture is a true one, so that damage anywhere in it must be found. */
export const SBI_TARGETS: readonly FuzzTarget[] = [
  {
    name: 'sbi capture', costly: true, good: encodeAnswer(CAPTURE),
    read: (pieces) => readHttp(pieces, (json) => {
      const elements = parseCapture(json);
      if (!elements.ok) return `malformed ${errorCodeOf(json) === '' ? '' : 'with number'}`;
      const verified = verifyCapture(elements.value, EXPECTED, trust);
      if (!verified.ok) return verified.error;
      const [only] = verified.value.fingers;
      must(only?.score === 70 && Buffer.compare(only.recordBytes, RECORD) === 0, 'a changed capture was believed');
      return 'verified';
    }),
  },
  { name: 'sbi info', good: encodeAnswer(INFO), read: (pieces) => readHttp(pieces, (json) => {
    const info = parseInfo(json, 4501, '0.9.5');
    return info.ok ? `${info.value.length} devices` : 'malformed';
  }) },
  {
    name: 'sbi stream', good: bytes(utf8Bytes('HTTP/1.0 200 OK\r\nContent-Type: multipart/x-mixed-replace; boundary=--BoundaryString\r\n\r\n'), PART, PART, PART),
    read: (pieces) => {
      const stream = new LiveStream();
      const parts = pieces.reduce((sum, piece) => sum + stream.push(piece).length, 0);
      return `${parts > 3 ? 'more' : parts} parts, ${stream.end()}`;
    },
  },
];
