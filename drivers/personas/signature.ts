import type { PenSample } from '../contract/driver.ts';
import { between, joinSeeds, randomFrom, type Random } from './persona-random.ts';

/** Active area of a signature pad: 100 × 40 mm at 300 ppi. */
export const PAD = { widthPx: 1200, heightPx: 480, ppi: 300 } as const;
const MAX_PRESSURE = 1023;
/** A pad reports about 125 samples a second. */
const SAMPLE_MS = 8;

/** A made-up signature: a tall first letter, a run of loops, a line under it. The same seed signs alike, never quite the same twice. */
export function signSamples(seed: number, attempt: number): readonly PenSample[] {
  const hand = randomFrom(joinSeeds(seed, 77));
  const today = randomFrom(joinSeeds(seed, 77, attempt));
  const left = between(hand, 170, 230);
  const base = between(hand, 270, 300);
  const loops = 5 + Math.floor(hand() * 4);
  const slant = between(hand, 0.15, 0.4);
  const strokes = [
    letter(left, base, between(hand, 150, 190), hand),
    run({ left: left + 120, base, loops, slant, pitch: between(hand, 80, 98), hand }),
    underline(left + 40, base + between(hand, 62, 82), between(hand, 620, 760), hand),
  ];
  return strokes.reduce<PenSample[]>((samples, stroke) => [...samples, ...penned(stroke, samples.at(-1)?.tMs ?? -220, today)], []);
}

type Spot = readonly [x: number, y: number];

const along = (count: number, at: (t: number) => Spot): readonly Spot[] => Array.from({ length: count }, (_, n) => at(n / (count - 1)));

function letter(left: number, base: number, height: number, hand: Random): readonly Spot[] {
  const belly = between(hand, 0.4, 0.7);
  return along(70, (t) => [
    left + 95 * Math.sin(t * Math.PI * 2.2) * (0.6 + belly * t) + 70 * t,
    base - height * (0.5 + 0.5 * Math.cos(t * Math.PI * 3)) * (1 - 0.25 * t),
  ]);
}

function run({ left, base, loops, slant, pitch, hand }: { left: number; base: number; loops: number; slant: number; pitch: number; hand: Random }): readonly Spot[] {
  const heights = Array.from({ length: loops + 1 }, () => between(hand, 0.5, 1.5));
  return along(loops * 32, (t) => {
    const n = Math.min(loops - 1, Math.floor(t * loops));
    const phase = t * loops * 2 * Math.PI;
    const height = 46 * (heights[n]! + (heights[n + 1]! - heights[n]!) * (t * loops - n)) * (1 - 0.35 * t);
    const up = (1 - Math.cos(phase)) * height;
    return [left + pitch * loops * t + 26 * Math.sin(phase) * (1 - 0.3 * t) + up * slant, base - up + 8 * Math.sin(t * 9)];
  });
}

const underline = (left: number, y: number, length: number, hand: Random): readonly Spot[] => {
  const bend = between(hand, 14, 34);
  return along(60, (t) => [left + length * (t < 0.85 ? t / 0.85 : 1 - (t - 0.85) * 1.1), y - bend * Math.sin(t * Math.PI) - (t > 0.85 ? (t - 0.85) * 160 : 0)]);
};

/** Lifts the pen 180 ms before each stroke; pressure grows at its start and fades at its end. */
function penned(stroke: readonly Spot[], after: number, today: Random): readonly PenSample[] {
  const start = after + 220;
  const samples = stroke.map(([x, y], n): PenSample => ({
    x: Math.round(Math.min(PAD.widthPx - 1, Math.max(0, x + between(today, -0.6, 0.6)))),
    y: Math.round(Math.min(PAD.heightPx - 1, Math.max(0, y + between(today, -0.6, 0.6)))),
    pressure: Math.round(MAX_PRESSURE * (0.25 + 0.55 * Math.sin((Math.PI * (n + 1)) / (stroke.length + 1)) ** 0.6 + 0.1 * today())),
    tMs: start + n * SAMPLE_MS,
  }));
  const end = samples.at(-1)!;
  return [...samples, { ...end, pressure: 0, tMs: end.tMs + SAMPLE_MS }];
}
