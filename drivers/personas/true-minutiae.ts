import type { TrueMinutia } from './prints.ts';
import type { Skin } from './ridge-engine.ts';
import type { Point } from './ridge-flow.ts';
import type { Grown } from './ridges.ts';

/** Where a line that comes to an end is looked at to tell a ridge from a valley. Half-size pixels. */
const LOOK_PX = 3;
/** Around cores and deltas the phase turns because the flow does. Half-size pixels. */
const SINGULAR_PX = 7;

/** Minutiae of grown skin, in 500 ppi pixels. `singular` are its cores and deltas, in half-size pixels. */
export function trueMinutiae({ ridges, turns }: Grown, { widthPx }: Skin, singular: readonly Point[]): readonly TrueMinutia[] {
  return turns.filter(({ x, y }) => singular.every((point) => Math.hypot(point.x - x, point.y - y) > SINGULAR_PX)).map(({ x, y, towardsRad }) => {
    const seen = ridges[Math.round(y + LOOK_PX * Math.sin(towardsRad)) * widthPx + Math.round(x + LOOK_PX * Math.cos(towardsRad))]!;
    return { x: x * 2, y: y * 2, angleRad: (towardsRad + Math.PI) % (2 * Math.PI), kind: seen > 0 ? 'ending' : 'fork' };
  });
}
