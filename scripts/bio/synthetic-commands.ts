import { writeFileSync } from 'node:fs';
import { encode as encodePng } from 'fast-png';
import type { CodecError } from '../../electron/core/biometrics/codec-error.ts';
import { writePgm } from '../../electron/core/biometrics/image/pgm.ts';
import { encodeWsq } from '../../electron/core/biometrics/wsq/encode.ts';
import { FINGERS } from '../../electron/core/dossier/capture-slots.ts';
import { ok, type Result } from '../../electron/core/result/result.ts';
import type { Raster } from '../../drivers/contract/driver.ts';
import { impression } from '../../drivers/personas/impression.ts';
import { masterFinger } from '../../drivers/personas/master-finger.ts';
import { FLAWS } from '../../drivers/personas/prints.ts';
import { slap } from '../../drivers/personas/slap.ts';
import { manyOf, oneOf, answered, wholeNumber, WrongCall, type Answer, type Command, type Options } from './command.ts';
import { slapNamed } from './print-commands.ts';

export const SYNTHETIC_COMMANDS: Readonly<Record<string, Command>> = {
  synth: { files: 1, run: ([output], options) => synth(output!, options) },
  slap: { files: 1, run: ([output], options) => drawSlap(output!, options) },
};

/** Synthetic prints are 500 ppi. */
const PPI = 500;

function synth(output: string, options: Options): Result<Answer, CodecError> {
  const finger = oneOf('finger', options.finger, FINGERS);
  const flaw = options.flaw === undefined ? undefined : oneOf('flaw', options.flaw, FLAWS);
  const kind = options.rolled ? 'rolled' : 'plain';
  const { raster, truth } = impression(masterFinger(wholeNumber('seed', options.seed), finger), { seed: wholeNumber('touch', options.touch), kind, flaw });
  return answered(save(output, raster), () => ({
    json: { finger, kind, flaw: flaw ?? null, widthPx: raster.widthPx, heightPx: raster.heightPx, patternClass: truth.patternClass, minutiae: truth.minutiae.length, box: truth.box },
    text: `${finger}, ${truth.patternClass}, ${raster.widthPx} x ${raster.heightPx}, ${truth.minutiae.length} minutiae${flaw === undefined ? '' : `, ${flaw}`}`,
  }));
}

function drawSlap(output: string, options: Options): Result<Answer, CodecError> {
  const slot = slapNamed(options);
  const missing = new Set(manyOf('missing', options.missing, FINGERS));
  const flaw = options.flaw === undefined ? undefined : oneOf('flaw', options.flaw, FLAWS);
  const flaws = flaw === undefined ? undefined : Object.fromEntries(FINGERS.map((finger) => [finger, flaw]));
  const { raster, fingers } = slap(wholeNumber('seed', options.seed), slot, { impressionSeed: wholeNumber('touch', options.touch), missing, flaws });
  return answered(save(output, raster), () => ({
    json: { slot, widthPx: raster.widthPx, heightPx: raster.heightPx, fingers: fingers.map(({ finger, patternClass, angleDeg, box }) => ({ finger, patternClass, angleDeg, box })) },
    text: `${slot}, ${raster.widthPx} x ${raster.heightPx}: ${fingers.map(({ finger }) => finger).join(', ')}`,
  }));
}

/** By the ending: .png, .pgm or .wsq (0.75 bit a pixel). @throws {WrongCall} for another */
function save(output: string, { widthPx, heightPx, pixels }: Raster): Result<undefined, CodecError> {
  const image = { widthPx, heightPx, pixels, ppi: PPI };
  const ending = output.slice(output.lastIndexOf('.') + 1).toLowerCase();
  if (ending === 'wsq') {
    const file = encodeWsq(image, { bitsPerPixel: 0.75 });
    if (!file.ok) return file;
    writeFileSync(output, file.value);
  } else if (ending === 'pgm') writeFileSync(output, writePgm(image));
  else if (ending === 'png') writeFileSync(output, encodePng({ width: widthPx, height: heightPx, data: pixels, channels: 1, depth: 8 }));
  else throw new WrongCall('the image is written as .png, .pgm or .wsq');
  return ok(undefined);
}
