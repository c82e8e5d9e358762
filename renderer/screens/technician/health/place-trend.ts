export const TREND_SIZE = { width: 240, height: 52 } as const;
const EDGE = 5;
/** A limit farther away than this many spans of the values is not drawn: the line would be flat. */
const FAR_SPANS = 4;

type Placed = { readonly places: readonly { readonly x: number; readonly y: number }[]; readonly minY: number | undefined; readonly maxY: number | undefined };

/** Where the points and the limits of a small chart lie. A limit that is near enough stretches the scale; a far one is left out. */
export function placeTrend(values: readonly number[], min: number | undefined, max: number | undefined): Placed {
  if (values.length === 0) return { places: [], minY: undefined, maxY: undefined };
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const span = Math.max(high - low, Math.abs(high) * 0.05, 1e-6);
  const near = (limit: number | undefined): limit is number => limit !== undefined && limit >= low - FAR_SPANS * span && limit <= high + FAR_SPANS * span;
  const bottom = Math.min(low, ...[min, max].filter(near)) - span * 0.1;
  const top = Math.max(high, ...[min, max].filter(near)) + span * 0.1;
  const y = (value: number): number => Math.round((TREND_SIZE.height - EDGE - ((value - bottom) / (top - bottom)) * (TREND_SIZE.height - 2 * EDGE)) * 10) / 10;
  const step = values.length < 2 ? 0 : (TREND_SIZE.width - 2 * EDGE) / (values.length - 1);
  return {
    places: values.map((value, n) => ({ x: values.length < 2 ? TREND_SIZE.width / 2 : Math.round((EDGE + n * step) * 10) / 10, y: y(value) })),
    minY: near(min) ? y(min) : undefined, maxY: near(max) ? y(max) : undefined,
  };
}
