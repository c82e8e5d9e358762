import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Result } from '../electron/core/result/result.ts';
import type { CodecError } from '../electron/core/biometrics/codec-error.ts';
import { readPgm, writePgm } from '../electron/core/biometrics/image/pgm.ts';
import { readDataGroup } from '../electron/core/biometrics/iso19794/lds.ts';
import { readIso } from '../electron/core/biometrics/iso19794/read.ts';
import { readItl } from '../electron/core/biometrics/itl/read.ts';
import { decodeWsq } from '../electron/core/biometrics/wsq/decode.ts';
import { encodeWsq } from '../electron/core/biometrics/wsq/encode.ts';
import { describeTransaction, printTransaction, printTree, withoutBytes } from './bio-dump.ts';

/** `npm run bio -- COMMAND ...`: the engine from outside. Ends with 0, 1 for a file that was refused, 2 for a wrong call. */
const USAGE = `npm run bio -- COMMAND [--json]
  wsq-encode IN.pgm OUT.wsq [--bpp 0.75] [--ppi 500]
  wsq-decode IN.wsq OUT.pgm
  itl-dump FILE.an2
  iso-dump FILE          (ISO/IEC 19794-4, -5, -6 record or ICAO data group 2, 3, 4)`;

type Options = { readonly bpp: string; readonly ppi: string };
/** `json` is the machine's answer, `text` the same for people. */
type Answer = { readonly json: object; readonly text: string };
type Command = { readonly files: number; readonly run: (files: readonly string[], options: Options) => Result<Answer, CodecError> };

const COMMANDS: Readonly<Record<string, Command>> = {
  'wsq-encode': { files: 2, run: ([input, output], options) => wsqEncode(input!, output!, options) },
  'wsq-decode': { files: 2, run: ([input, output]) => wsqDecode(input!, output!) },
  'itl-dump': {
    files: 1,
    run: ([input]) => then(readItl(load(input!)), (transaction) => ({ json: describeTransaction(transaction), text: printTransaction(transaction) })),
  },
  'iso-dump': { files: 1, run: ([input]) => isoDump(load(input!)) },
};

const load = (path: string): Uint8Array => new Uint8Array(readFileSync(path));

function then<T>(result: Result<T, CodecError>, answer: (value: T) => Answer): Result<Answer, CodecError> {
  return result.ok ? { ok: true, value: answer(result.value) } : result;
}

function wsqEncode(input: string, output: string, options: Options): Result<Answer, CodecError> {
  const image = readPgm(load(input), Number(options.ppi));
  if (!image.ok) return image;
  const { widthPx, heightPx } = image.value;
  const startedAt = performance.now();
  return then(encodeWsq(image.value, { bitsPerPixel: Number(options.bpp) }), (bytes) => {
    const elapsedMs = performance.now() - startedAt;
    writeFileSync(output, bytes);
    const ratio = (widthPx * heightPx) / bytes.length;
    return { json: { widthPx, heightPx, bytes: bytes.length, ratio, elapsedMs }, text: `${widthPx} x ${heightPx}, ${bytes.length} bytes, ${ratio.toFixed(2)}:1` };
  });
}

function wsqDecode(input: string, output: string): Result<Answer, CodecError> {
  return then(decodeWsq(load(input)), (image) => {
    writeFileSync(output, writePgm(image));
    const { widthPx, heightPx, ppi, blocks, frame, comment, filters } = image;
    return {
      json: { widthPx, heightPx, ppi, blocks, frame, comment: comment ?? null, filterTaps: [filters.lowLength, filters.highLength] },
      text: `${widthPx} x ${heightPx}, ${ppi} ppi, encoder ${frame.encoder}`,
    };
  });
}

function isoDump(bytes: Uint8Array): Result<Answer, CodecError> {
  const describe = (value: unknown): Answer => ({ json: withoutBytes(value) as object, text: printTree(withoutBytes(value)) });
  if (bytes[0] !== 0x75 && bytes[0] !== 0x63 && bytes[0] !== 0x76) return then(readIso(bytes), describe);
  return then(readDataGroup(bytes), (group) => describe({
    dataGroup: group.dataGroup,
    templates: group.templates.map((template) => {
      const record = readIso(template.data);
      const header = template.header.map(({ tag, value }) => ({ tag: tag.toString(16), value: Buffer.from(value).toString('hex') }));
      return { header, record: record.ok ? record.value : { refused: record.error } };
    }),
  }));
}

function main(): number {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false }, bpp: { type: 'string', default: '0.75' }, ppi: { type: 'string', default: '500' } },
  });
  const [name = '', ...files] = positionals;
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined || files.length !== command.files) {
    console.error(USAGE);
    return 2;
  }
  const result = command.run(files, values);
  if (result.ok) console.log(values.json ? JSON.stringify({ ok: true, ...result.value.json }) : result.value.text);
  else if (values.json) console.log(JSON.stringify({ ok: false, error: result.error }));
  else console.error(`${result.error.code} at byte ${result.error.offsetBytes}: ${result.error.reason}`);
  return result.ok ? 0 : 1;
}

try {
  process.exitCode = main();
} catch (cause) {
  // A file that cannot be opened or an unknown option: the reason is enough, the stack is not for the technician.
  console.error(cause instanceof Error ? cause.message : String(cause));
  process.exitCode = 2;
}
