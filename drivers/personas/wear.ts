import { between, smoothNoise, type Random } from './persona-random.ts';
import type { Flaw, MasterFinger } from './prints.ts';
import type { SkinMap } from './skin-map.ts';
import { skinNoise } from './skin-noise.ts';

/** How the state of the skin changes a print, per pixel of its patch. */
export type Wear = {
  /** Height that is left of the ridges, 0..1. */
  readonly reliefAt: (at: number) => number;
  /** Added to the moisture of the touch. */
  readonly moistureAt: (at: number) => number;
  /** Ink without ridges: sweat, grease. */
  readonly filmAt: (at: number) => number;
  /** Share of the ink that skin takes and leaves, 0..1. */
  readonly inkAt: (at: number) => number;
};
export const UNWORN: Wear = { reliefAt: () => 1, moistureAt: () => 0, filmAt: () => 0, inkAt: () => 1 };

/** Dry skin prints in pale grains, wet skin fills its valleys in blots, worn skin has lost its relief in places. */
export function wearOf(flaw: Flaw | undefined, map: SkinMap, master: MasterFinger, random: Random): Wear | undefined {
  const noise = (cellPx: number): Float32Array => smoothNoise(random, map.widthPx, map.heightPx, cellPx);
  switch (flaw) {
    case 'dry': {
      const [grain, dust, patches, pressed] = [noise(5), noise(3), noise(40), noise(30)];
      const pale = between(random, 0.72, 0.8);
      return { ...UNWORN, moistureAt: (at) => grain[at]! * 1.5 + dust[at]! * 2.1 + patches[at]! * 0.4, inkAt: (at) => pale + pressed[at]! * 0.42 };
    }
    case 'wet': {
      const [blots, pools] = [noise(16), noise(48)];
      return { ...UNWORN, reliefAt: (at) => 0.72 - 0.35 * Math.max(0, pools[at]!), moistureAt: (at) => blots[at]! * 0.4 + Math.max(0, pools[at]!) * 0.55, filmAt: (at) => 0.14 + 0.12 * blots[at]! };
    }
    case 'worn': {
      // Work and age take the same places at every touch; how they print differs.
      const lost = skinNoise(map, master, { purpose: 0x3032, cellPx: 52 });
      const [tone, scuffs] = [noise(24), noise(5)];
      const left = between(random, 0.1, 0.2);
      return { ...UNWORN, reliefAt: (at) => Math.max(0, Math.min(0.6, left + lost(at) * 0.6)), moistureAt: (at) => scuffs[at]! * 0.5 + tone[at]! * 0.3 - 0.08, filmAt: () => 0.12 };
    }
    default: return undefined;
  }
}
