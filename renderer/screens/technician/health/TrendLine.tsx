import { limitsOf, type MeasureName } from '../../../../electron/core/device/health/measures.ts';
import { placeTrend, TREND_SIZE } from './place-trend.ts';

type Props = { readonly measure: MeasureName; readonly points: readonly { readonly value: number }[]; readonly label: string };

/** A measure over its tests, oldest left, with its limits as dashed lines. One point is a dot. */
export function TrendLine({ measure, points, label }: Props) {
  const { min, max } = limitsOf(measure);
  const { places, minY, maxY } = placeTrend(points.map(({ value }) => value), min, max);
  const newest = places.at(-1);
  return (
    <svg className="trend" viewBox={`0 0 ${TREND_SIZE.width} ${TREND_SIZE.height}`} role="img" aria-label={label} preserveAspectRatio="none">
      {[minY, maxY].map((y) => y !== undefined && <line key={y} className="trend-limit" x1={0} x2={TREND_SIZE.width} y1={y} y2={y} />)}
      {places.length > 1 && <polyline className="trend-line" points={places.map(({ x, y }) => `${x},${y}`).join(' ')} />}
      {newest !== undefined && <circle className="trend-now" cx={newest.x} cy={newest.y} r={3} />}
    </svg>
  );
}
