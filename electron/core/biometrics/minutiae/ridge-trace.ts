import { neighbourCode, type Skeleton } from './skeleton.ts';

/** Neighbours in the order of the bits of `neighbourCode`; the straight ones are tried first. */
const STEPS = [[0, -1], [1, -1], [1, 0], [1, 1], [0, 1], [-1, 1], [-1, 0], [-1, -1]] as const;
const STRAIGHT_FIRST = [0, 2, 4, 6, 1, 3, 5, 7] as const;

/** Crossing number: how many lines leave a pixel; 1 = ending, 2 = on the way, 3 = fork. Source: Rutovitz 1966. */
const CROSSINGS = Uint8Array.from({ length: 256 }, (_, code) => {
  let changes = 0;
  for (let n = 0; n < 8; n++) changes += ((code >> n) & 1) === ((code >> ((n + 1) % 8)) & 1) ? 0 : 1;
  return changes / 2;
});

export const crossingsAt = ({ lines, widthPx }: Skeleton, at: number): number => CROSSINGS[neighbourCode(lines, at, widthPx)]!;

/** Where a line leads from a minutia: what stopped the walk, after how many steps, and where. */
export type Trace = { readonly end: 'ending' | 'fork' | 'far'; readonly steps: number; readonly at: number };

/** Pixels through which lines leave `at`, one for each line. */
export function departures({ lines, widthPx }: Skeleton, at: number): readonly number[] {
  const starts: number[] = [];
  const taken: number[] = [];
  for (const n of STRAIGHT_FIRST) {
    const [dx, dy] = STEPS[n]!;
    const next = at + dy * widthPx + dx;
    if (lines[next] === 0 || taken.includes(n)) continue;
    starts.push(next);
    taken.push((n + 1) % 8, (n + 7) % 8);
  }
  return starts;
}

/** Follows the line from `start` (next to `origin`) for at most `longest` steps or until it ends or forks. */
export function follow(skeleton: Skeleton, origin: number, start: number, longest: number): Trace {
  const { lines, widthPx } = skeleton;
  let before = origin, last = origin, at = start;
  for (let steps = 1; steps < longest; steps++) {
    const crossings = crossingsAt(skeleton, at);
    if (crossings >= 3 && steps > 2) return { end: 'fork', steps, at };
    let next = -1;
    for (const n of STRAIGHT_FIRST) {
      const [dx, dy] = STEPS[n]!;
      const candidate = at + dy * widthPx + dx;
      if (lines[candidate] === 0 || candidate === last || candidate === before || (steps < 3 && isNextTo(candidate, origin, widthPx))) continue;
      next = candidate;
      break;
    }
    if (next < 0) return { end: 'ending', steps, at };
    before = last;
    last = at;
    at = next;
  }
  return { end: 'far', steps: longest, at };
}

const isNextTo = (a: number, b: number, widthPx: number): boolean => {
  const dx = Math.abs((a % widthPx) - (b % widthPx));
  const dy = Math.abs(Math.floor(a / widthPx) - Math.floor(b / widthPx));
  return dx <= 1 && dy <= 1;
};
