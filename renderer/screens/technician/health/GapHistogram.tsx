import { GAP_BOUNDS_MS } from '../../../../electron/core/device/health/frame-pace.ts';

const BAR = 26;
const HEIGHT = 52;
const WORDS = 12;

/** Live frames by the time since the one before: one bar a bound, the last for everything slower. */
export function GapHistogram({ histogram, label }: { readonly histogram: readonly number[]; readonly label: string }) {
  const most = Math.max(1, ...histogram);
  return (
    <svg className="gap-histogram" viewBox={`0 0 ${histogram.length * BAR} ${HEIGHT + WORDS}`} role="img" aria-label={label}>
      {histogram.map((count, n) => {
        const high = Math.round((count / most) * (HEIGHT - 4));
        return (
          <g key={GAP_BOUNDS_MS[n] ?? 'slower'}>
            <rect className={count === 0 ? 'gaps-none' : 'gaps-bar'} x={n * BAR + 2} y={HEIGHT - Math.max(1, high)} width={BAR - 4} height={Math.max(1, high)} />
            <text className="gaps-bound" x={n * BAR + BAR / 2} y={HEIGHT + WORDS - 2}>{GAP_BOUNDS_MS[n] ?? '>'}</text>
          </g>
        );
      })}
    </svg>
  );
}
