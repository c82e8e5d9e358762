import { writeFileSync } from 'node:fs';
import type { CodecError } from '../../electron/core/biometrics/codec-error.ts';
import { writePgm } from '../../electron/core/biometrics/image/pgm.ts';
import { readDataGroup } from '../../electron/core/biometrics/iso19794/lds.ts';
import { readIso } from '../../electron/core/biometrics/iso19794/read.ts';
import { readItl } from '../../electron/core/biometrics/itl/read.ts';
import { decodeWsq } from '../../electron/core/biometrics/wsq/decode.ts';
import { encodeWsq } from '../../electron/core/biometrics/wsq/encode.ts';
import type { Result } from '../../electron/core/result/result.ts';
import { readGreyImage } from '../../native-bridges/kit/images/read-grey-image.ts';
import { describeTransaction, printTransaction, printTree, withoutBytes } from '../bio-dump.ts';
import { load, answered, wholeNumber, type Answer, type Command, type Options } from './command.ts';

/** What was asked for, where it was. */
export const ppiOf = ({ ppi }: Options): number | undefined => (ppi === undefined ? undefined : wholeNumber('ppi', ppi));

export const CODEC_COMMANDS: Readonly<Record<string, Command>> = {
  'wsq-encode': { files: 2, run: ([input, output], options) => wsqEncode(input!, output!, options) },
  'wsq-decode': { files: 2, run: ([input, output]) => wsqDecode(input!, output!) },
  'itl-dump': {
    files: 1,
    run: ([input]) => answered(readItl(load(input!)), (transaction) => ({ json: describeTransaction(transaction), text: printTransaction(transaction) })),
  },
  'iso-dump': { files: 1, run: ([input]) => isoDump(load(input!)) },
};

function wsqEncode(input: string, output: string, options: Options): Result<Answer, CodecError> {
  const image = readGreyImage(load(input), ppiOf(options));
  if (!image.ok) return image;
  const { widthPx, heightPx } = image.value;
  const startedAt = performance.now();
  return answered(encodeWsq(image.value, { bitsPerPixel: Number(options.bpp) }), (bytes) => {
    const elapsedMs = performance.now() - startedAt;
    writeFileSync(output, bytes);
    const ratio = (widthPx * heightPx) / bytes.length;
    return { json: { widthPx, heightPx, bytes: bytes.length, ratio, elapsedMs }, text: `${widthPx} x ${heightPx}, ${bytes.length} bytes, ${ratio.toFixed(2)}:1` };
  });
}

function wsqDecode(input: string, output: string): Result<Answer, CodecError> {
  return answered(decodeWsq(load(input)), (image) => {
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
  if (bytes[0] !== 0x75 && bytes[0] !== 0x63 && bytes[0] !== 0x76) return answered(readIso(bytes), describe);
  return answered(readDataGroup(bytes), (group) => describe({
    dataGroup: group.dataGroup,
    templates: group.templates.map((template) => {
      const record = readIso(template.data);
      const header = template.header.map(({ tag, value }) => ({ tag: tag.toString(16), value: Buffer.from(value).toString('hex') }));
      return { header, record: record.ok ? record.value : { refused: record.error } };
    }),
  }));
}
