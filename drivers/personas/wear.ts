import { between, smoothNoise, type Random } from './persona-random.ts';
import type { Flaw } from './prints.ts';

/** How the state of the skin changes a print, per pixel of its patch. */
export type Wear = {
  /** Height that is left of the ridges, 0..1. */
  readonly reliefAt: (at: number) => number;
  /** Added to the moisture of the touch. */
  readonly moistureAt: (at: number) => number;
  /** Ink without ridges: sweat, grease. */
  readonly filmAt: (at: number) => number;
};

type Size = { readonly widthPx: number; readonly heightPx: number };
const nothing = (): number => 0;
const whole = (): number => 1;

/** Dry skin prints in grains, wet skin fills its valleys in blots, worn skin has lost its relief in places. */
export function wearOf(flaw: Flaw | undefined, { widthPx, heightPx }: Size, random: Random): Wear | undefined {
  switch (flaw) {
    case 'dry': {
      const grain = smoothNoise(random, widthPx, heightPx, 4);
      const patches = smoothNoise(random, widthPx, heightPx, 38);
      return { reliefAt: whole, moistureAt: (at) => grain[at]! * 0.75 + patches[at]! * 0.25, filmAt: nothing };
    }
    case 'wet': {
      const blots = smoothNoise(random, widthPx, heightPx, 16);
      const pools = smoothNoise(random, widthPx, heightPx, 48);
      return { reliefAt: (at) => 0.72 - 0.35 * Math.max(0, pools[at]!), moistureAt: (at) => blots[at]! * 0.4 + Math.max(0, pools[at]!) * 0.55, filmAt: (at) => 0.14 + 0.12 * blots[at]! };
    }
    case 'worn': {
      const lost = smoothNoise(random, widthPx, heightPx, 42);
      const scuffs = smoothNoise(random, widthPx, heightPx, 7);
      const left = between(random, 0.26, 0.4);
      return { reliefAt: (at) => Math.max(0.04, left + lost[at]! * 0.32), moistureAt: (at) => scuffs[at]! * 0.42 - 0.12, filmAt: () => 0.1 };
    }
    default: return undefined;
  }
}
