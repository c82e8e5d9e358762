import type { Raster } from '../contract/driver.ts';
import type { PortraitLook } from './portrait-look.ts';

/** The drawing is 1000 units wide. The head is taken for an ellipsoid about this point, with a nose on it. */
const WIDTH = 1000;
const HEAD = { x: 500, y: 612, radiusX: 212, radiusY: 300, depth: 190 } as const;
const NOSE = { y: 708, radius: 46, height: 62 } as const;
/** A leaning head turns about the neck. */
const NECK_Y = 960;
const ROUNDS = 4;

type Pose = Pick<PortraitLook, 'yawDeg' | 'pitchDeg' | 'rollDeg' | 'size' | 'shift'>;

/**
 * The drawing seen with the head turned: every pixel of the result asks where on the frontal drawing it comes from, by
 * rotating the head's surface. Good to about 25 degrees; what a frontal drawing doesn't show isn't there.
 */
export function posed(drawing: Raster, pose: Pose): Raster {
  const { widthPx, heightPx } = drawing;
  const result: Raster = { ...drawing, pixels: new Uint8Array(drawing.pixels.length) };
  const unit = WIDTH / widthPx;
  const from = sourceOf(pose, heightPx * unit);
  const source = new Uint32Array(drawing.pixels.buffer, drawing.pixels.byteOffset, widthPx * heightPx);
  const target = new Uint32Array(result.pixels.buffer);
  for (let y = 0; y < heightPx; y++) {
    for (let x = 0; x < widthPx; x++) {
      const [u, v] = from((x + 0.5) * unit, (y + 0.5) * unit);
      const column = Math.min(widthPx - 1, Math.max(0, Math.floor(u / unit)));
      const row = Math.min(heightPx - 1, Math.max(0, Math.floor(v / unit)));
      target[y * widthPx + x] = source[row * widthPx + column]!;
    }
  }
  return result;
}

function sourceOf({ yawDeg, pitchDeg, rollDeg, size, shift }: Pose, height: number): (x: number, y: number) => readonly [number, number] {
  const [yaw, pitch, roll] = [yawDeg, pitchDeg, rollDeg].map((degrees) => (degrees * Math.PI) / 180) as [number, number, number];
  const [cosRoll, sinRoll] = [Math.cos(roll), Math.sin(roll)];
  return (xOut, yOut) => {
    const [xScaled, yScaled] = [WIDTH / 2 + (xOut - WIDTH / 2 - shift * WIDTH) / size, height + (yOut - height) / size];
    const [dx, dy] = [xScaled - HEAD.x, yScaled - NECK_Y];
    const [tx, ty] = [HEAD.x + dx * cosRoll + dy * sinRoll, NECK_Y - dx * sinRoll + dy * cosRoll];
    let [x, y] = [tx, ty];
    for (let round = 0; round < ROUNDS; round++) {
      const z = depthAt(x, y);
      const onHead = Math.min(1, (2 * z) / HEAD.depth);
      x = HEAD.x + (tx - HEAD.x) * (1 + onHead * (1 / Math.cos(yaw) - 1)) - z * Math.sin(yaw);
      y = HEAD.y + (ty - HEAD.y) * (1 + onHead * (1 / Math.cos(pitch) - 1)) - z * Math.sin(pitch);
    }
    return [x, y];
  };
}

function depthAt(x: number, y: number): number {
  const round = 1 - ((x - HEAD.x) / HEAD.radiusX) ** 2 - ((y - HEAD.y) / HEAD.radiusY) ** 2;
  if (round <= 0) return 0;
  return HEAD.depth * Math.sqrt(round) + NOSE.height * Math.exp(-(((x - HEAD.x) / NOSE.radius) ** 2) - ((y - NOSE.y) / (NOSE.radius * 1.3)) ** 2);
}
