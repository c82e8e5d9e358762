import { assessPortrait } from '../../electron/core/biometrics/face/assess-portrait.ts';
import { cropPortrait } from '../../electron/core/biometrics/face/crop-portrait.ts';
import { FaceFinder } from '../../electron/core/biometrics/face/detect/face-finder.ts';
import { CHIP_PORTRAIT_PX, portraitWindow } from '../../electron/core/biometrics/face/portrait-window.ts';
import { drawPortrait } from '../../drivers/personas/portrait.ts';
import { encodeJpeg2000 } from '../../native-bridges/kit/jpeg2000/encode.ts';
import { faceNetworks } from '../fixtures/face-networks.ts';
import { rowOf, timed, type Row } from './row.ts';

const ROUNDS = 25;
const FRAME_PX = { widthPx: 480, heightPx: 617 };
const STILL_PX = { widthPx: 1_960, heightPx: 2_520 };

/** The face on one core, in Node: the page's worker runs the same WebAssembly on its own. */
export async function* faceRows(): AsyncIterable<Row> {
  const finder = new FaceFinder(await faceNetworks());
  const frame = drawPortrait({ seed: 3, ...FRAME_PX });
  finder.find(frame, ROUNDS * 4);
  const [tracked, searched, measured]: number[][] = [[], [], []];
  for (let round = 0; round < ROUNDS; round++) {
    tracked!.push(await timed(async () => void finder.find(frame, ROUNDS * 4)));
    const face = finder.find(frame, ROUNDS * 4);
    measured!.push(await timed(async () => void assessPortrait(frame, face, { template: 'adult', live: true })));
  }
  for (let round = 0; round < ROUNDS; round++) searched!.push(await timed(async () => void finder.find(frame)));
  yield rowOf('face landmarks, followed, 480×617', 'ms', tracked!, 40);
  yield rowOf('face landmarks, searched, 480×617', 'ms', searched!, 120);
  yield rowOf('portrait criteria, 480×617', 'ms', measured!, 40);
  yield* cropRows();
}

async function* cropRows(): AsyncIterable<Row> {
  const still = drawPortrait({ seed: 3, ...STILL_PX });
  const scale = STILL_PX.widthPx / 1_000;
  const window = portraitWindow({ rightEye: { x: 412 * scale, y: 604 * scale }, leftEye: { x: 588 * scale, y: 604 * scale }, chin: { x: 500 * scale, y: 902 * scale } });
  const cropped: number[] = [];
  for (let round = 0; round < 5; round++) cropped.push(await timed(async () => void cropPortrait(still, window)));
  yield rowOf('portrait cut out, 1244×1600', 'ms', cropped, 500);
  const { maxBytes, ...size } = CHIP_PORTRAIT_PX;
  const chip = drawPortrait({ seed: 3, ...size });
  const pixels = chip.pixels.filter((_, n) => n % 4 !== 3);
  const [encoded, sizes]: number[][] = [[], []];
  for (let round = 0; round < 5; round++) {
    encoded!.push(await timed(async () => {
      const file = await encodeJpeg2000({ ...size, channels: 3, pixels }, { maxBytes });
      if (file.ok) sizes!.push(file.value.length);
    }));
  }
  yield rowOf('chip portrait as JPEG 2000, 622×800', 'ms', encoded!, 400);
  yield rowOf('chip portrait as JPEG 2000, of 17 kB', '%', sizes!.map((bytes) => (100 * bytes) / maxBytes), 100);
}
