import { decodeAnswer, encodeRequest, OPERATION, TAG } from '../../../drivers/ipp-printer/protocol.ts';
import { utf8Bytes } from '../../../drivers/sbi/text-bytes.ts';
import { StatusReader } from '../../../drivers/escpos/protocol.ts';
import { CodeLines, HidPosCodes, MAX_CODE_BYTES, encodeHidPos } from '../../../drivers/code-reader/protocol.ts';
import { TopazReader, encodePosition, encodePressure } from '../../../drivers/topaz/protocol.ts';
import { REPORT, encodeCapability, encodePen, parseCapability, parseInformation, parsePen } from '../../../drivers/wacom-stu/protocol.ts';
import { STU_430 } from '../../../drivers/wacom-stu/simulator.ts';
import { KIND, MAX_PAYLOAD_BYTES, ZfmReader, encodeFrame } from '../../../drivers/zfm/protocol.ts';
import { bytes, must, type FuzzTarget } from './target.ts';

/** What comes over a serial line, HID or an IPP printer's answer. */
export const LINE_TARGETS: readonly FuzzTarget[] = [
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
    name: 'wacom-stu information', good: bytes(Uint8Array.of(REPORT.information), utf8Bytes('STU-430\0\0'), Uint8Array.of(1, 7, 0, 0, 0, 0, 0)),
    read: ([report = new Uint8Array(0)]) => {
      const information = parseInformation(report);
      must(!information.ok || information.value.model.length <= 9, 'model beyond its field');
      return information.ok ? 'read' : information.error;
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
  {
    name: 'ipp', good: encodeRequest({ operation: OPERATION.getJobAttributes, requestId: 7, attributes: [
      { tag: TAG.uri, name: 'printer-uri', values: ['ipp://localhost/printers/quầy'] }, { tag: TAG.keyword, name: 'job-state-reasons', values: ['media-empty-error', 'none'] }, { tag: TAG.enum, name: 'job-state', values: [9] },
    ] }),
    // An answer comes whole from HTTP: the pieces are put together again.
    read: (pieces) => {
      const whole = bytes(...pieces);
      const answer = decodeAnswer(whole);
      if (!answer.ok) return answer.error;
      const values = answer.value.groups.flatMap(({ attributes }) => [...attributes.values()].flat());
      must(values.length <= whole.length / 5, 'more values than bytes for them');
      return 'answer';
    },
  },
];
