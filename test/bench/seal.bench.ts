import { encode as encodePng } from 'fast-png';
import { encode as encodeJpeg } from 'jpeg-js';
import { writePenStrokes } from '../../electron/core/biometrics/signature/pen-strokes.ts';
import { encodeWsq } from '../../electron/core/biometrics/wsq/encode.ts';
import { SLAPS, type CaptureSlot, type Slap } from '../../electron/core/dossier/capture-slots.ts';
import { drawPortrait } from '../../drivers/personas/portrait.ts';
import { PAD, signSamples } from '../../drivers/personas/signature.ts';
import { encodeChipPortrait } from '../../native-bridges/kit/jpeg2000/chip-portrait.ts';
import { checkSealed } from '../../native-bridges/kit/sealed-dossier/check-sealed.ts';
import { sha256Hex } from '../../native-bridges/kit/sealed-dossier/seal-files.ts';
import type { SealInput } from '../../native-bridges/store-host/seams.ts';
import { sealDossier } from '../../native-bridges/store-host/sealing/seal.ts';
import { slapOf } from '../integration/persona-prints.ts';
import { makePki, makeSealInput, makeStation, trustOf } from '../integration/seal-fixture.ts';
import { rowOf, timed, type Row } from './row.ts';

const ROUNDS = 15;
const SEAL_MS = 300;
/** The centre's time, not the counter's: three slaps and the chip's portrait decoded and compared. */
const CHECK_MS = 1_000;
const PORTRAIT_PX = { widthPx: 1_244, heightPx: 1_600 };

type Kept = Pick<SealInput['captures'][number], 'mediaType' | 'bytes' | 'wsq' | 'jp2'> & { readonly widthPx: number; readonly heightPx: number; readonly ppi: number };

/** Seal of a whole dossier: three slaps with their WSQ, portrait with its JPEG 2000, signature; ANSI/NIST file, ZIP, signature, encryption to the centre. */
export async function* sealRows(): AsyncIterable<Row> {
  const pki = makePki();
  const input = await withRealImages(makeSealInput(makeStation(pki)));
  const bytes = input.captures.reduce((sum, capture) => sum + capture.bytes.length, 0);
  const note = `captures of ${(bytes / 1e6).toFixed(1)} MB`;
  yield rowOf('dossier seal with its biometric files', 'ms', await rounds(() => sealDossier(input)), SEAL_MS, note);
  const sealed = await sealDossier(input);
  const trust = trustOf(pki);
  if ((await checkSealed(sealed.bytes, trust)).dossier === undefined) throw new Error('does not verify');
  yield rowOf('dossier check, prints and portrait compared', 'ms', await rounds(() => checkSealed(sealed.bytes, trust)), CHECK_MS);
}

async function rounds(work: () => unknown): Promise<number[]> {
  const samples: number[] = [];
  for (let round = 0; round < ROUNDS; round++) samples.push(await timed(work));
  return samples;
}

async function withRealImages(input: SealInput): Promise<SealInput> {
  const kept = new Map<CaptureSlot, Kept>([...SLAPS.map((slot): [CaptureSlot, Kept] => [slot, slapFile(slot)]), ['portrait', await portraitFile()], ['signature', signatureFile()]]);
  const of = (slot: CaptureSlot): Kept => kept.get(slot)!;
  return {
    ...input,
    captures: input.captures.map((capture) => {
      const { mediaType, bytes, wsq, jp2 } = of(capture.slot);
      return { ...capture, mediaType, bytes, ...(wsq && { wsq }), ...(jp2 && { jp2 }) };
    }),
    dossier: {
      ...input.dossier,
      captures: input.dossier.captures.map((capture) => {
        const { mediaType, bytes, widthPx, heightPx, ppi } = of(capture.slot);
        return { ...capture, mediaType: mediaType as 'image/png', sha256: sha256Hex(bytes), bytes: bytes.length, widthPx, heightPx, ppi };
      }),
    },
  };
}

function slapFile(slot: Slap): Kept {
  const { image } = slapOf(3, slot, { impressionSeed: 1 });
  const wsq = encodeWsq(image, { bitsPerPixel: 0.75 });
  if (!wsq.ok) throw new Error(wsq.error.code);
  const { widthPx, heightPx, ppi, pixels } = image;
  return { widthPx, heightPx, ppi, mediaType: 'image/png', bytes: encodePng({ width: widthPx, height: heightPx, data: pixels, channels: 1, depth: 8 }), wsq: wsq.value };
}

async function portraitFile(): Promise<Kept> {
  const portrait = drawPortrait({ ...PORTRAIT_PX, seed: 3 });
  const { pixels: data } = portrait;
  const jp2 = await encodeChipPortrait(portrait);
  if (jp2 === undefined) throw new Error('no chip portrait');
  return { ...PORTRAIT_PX, ppi: 0, mediaType: 'image/jpeg', bytes: new Uint8Array(encodeJpeg({ width: PORTRAIT_PX.widthPx, height: PORTRAIT_PX.heightPx, data }, 92).data), jp2 };
}

const signatureFile = (): Kept => ({ ...PAD, mediaType: 'application/json', bytes: writePenStrokes({ ...PAD, samples: signSamples(3, 1) }) });
