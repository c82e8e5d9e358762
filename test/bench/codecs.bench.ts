import { enrolmentTransaction } from '../../electron/core/biometrics/enrolment/enrolment-transaction.ts';
import { syntheticRidges } from '../../electron/core/biometrics/image/synthetic-ridges.ts';
import { readItl } from '../../electron/core/biometrics/itl/read.ts';
import { writeItl } from '../../electron/core/biometrics/itl/write.ts';
import { drawStrokes } from '../../electron/core/biometrics/signature/ink.ts';
import { decodeWsq } from '../../electron/core/biometrics/wsq/decode.ts';
import { encodeWsq } from '../../electron/core/biometrics/wsq/encode.ts';
import { SLAPS } from '../../electron/core/dossier/capture-slots.ts';
import { EMPTY_PERSON } from '../../electron/core/person/person.ts';
import { PAD, signSamples } from '../../drivers/personas/signature.ts';
import { must } from './must.ts';
import { rowOf, type Row } from './row.ts';

const WARM_UP_ROUNDS = 8;
const ROUNDS = 25;
const BITS_PER_PIXEL = 0.75;
/** Encoding: NIST's C program on the reference machine. Decoding has no figure of its own and is held to the same. */
const SIZES = [[800, 750, 15], [1600, 1500, 57]] as const;
/** A whole enrolment of three slaps and a face; the issue names no figure: it must vanish beside the seal. */
const TRANSACTION_MS = 30;
const DRAWING_MS = 50;

/** Processor time of one call, warmed up, ms: what others do on the machine counts for less than by the clock. */
function cpuMs(work: () => unknown): readonly number[] {
  for (let round = 0; round < WARM_UP_ROUNDS; round++) work();
  return Array.from({ length: ROUNDS }, () => {
    const start = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1_000;
  });
}

/** WSQ both ways, a whole ANSI/NIST transaction both ways, a signature drawn. */
export async function* codecRows(): AsyncIterable<Row> {
  for (const [widthPx, heightPx, limitMs] of SIZES) {
    const image = syntheticRidges({ widthPx, heightPx, seed: 11 });
    const file = must(encodeWsq(image, { bitsPerPixel: BITS_PER_PIXEL }));
    yield rowOf(`WSQ encode ${widthPx}×${heightPx}, CPU`, 'ms', cpuMs(() => encodeWsq(image, { bitsPerPixel: BITS_PER_PIXEL })), limitMs);
    yield rowOf(`WSQ decode ${widthPx}×${heightPx}, CPU`, 'ms', cpuMs(() => decodeWsq(file)), limitMs, 'held to the encoder\'s figure');
  }
  yield* transactionRows();
}

function* transactionRows(): Iterable<Row> {
  const size = { widthPx: 1600, heightPx: 1500 };
  const wsq = must(encodeWsq(syntheticRidges({ ...size, seed: 11 }), { bitsPerPixel: BITS_PER_PIXEL }));
  const strokes = { ...PAD, samples: signSamples(1, 1) };
  const source = { capturedAt: '2026-01-05T03:04:05.000Z', sha256: '00' };
  const transaction = enrolmentTransaction({
    dossier: { id: '1', number: '26-0105-0001', kind: 'exchange', unit: 'A', receivedOn: '2026-01-05' }, madeAt: source.capturedAt, person: EMPTY_PERSON, missing: [],
    prints: SLAPS.map((slot) => ({ ...source, ...size, slot, ppi: 500, wsq, device: { model: '', serial: '' }, fingers: undefined })), portrait: undefined,
    signature: { ...source, strokes, image: drawStrokes(strokes) },
  });
  const file = must(writeItl(transaction));
  const note = `${(file.length / 1e6).toFixed(1)} MB`;
  yield rowOf('ANSI/NIST transaction written, CPU', 'ms', cpuMs(() => writeItl(transaction)), TRANSACTION_MS, note);
  yield rowOf('ANSI/NIST transaction read, CPU', 'ms', cpuMs(() => readItl(file)), TRANSACTION_MS, note);
  yield rowOf('signature drawn from its strokes, CPU', 'ms', cpuMs(() => drawStrokes(strokes)), DRAWING_MS);
}
