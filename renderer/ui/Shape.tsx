/** Small drawn marks: shapes stand beside every colour, and look the same whatever fonts a computer has. */
const PATHS = {
  circle: <circle cx="8" cy="8" r="5.5" />,
  triangle: <path d="M8 2 15 14H1Z" />,
  square: <rect x="2.5" y="2.5" width="11" height="11" />,
  diamond: <path d="M8 1.5 14.5 8 8 14.5 1.5 8Z" />,
  play: <path d="M4 2 14 8 4 14Z" />,
  check: <path className="shape-line" d="M2.5 8.5 6.5 12.5 13.5 3.5" />,
  arrow: <path className="shape-line" d="M2 8H13M8.5 3.5 13 8 8.5 12.5" />,
  dash: <path className="shape-line" d="M3 8H13" />,
  exchange: <path className="shape-line" d="M5 13V3M2 6 5 3 8 6M11 3V13M8 10 11 13 14 10" />,
  quarter: <><circle className="shape-line" cx="8" cy="8" r="5.5" /><path d="M8 8V2.5A5.5 5.5 0 0 1 13.5 8Z" /></>,
  half: <><circle className="shape-line" cx="8" cy="8" r="5.5" /><path d="M8 2.5A5.5 5.5 0 0 1 8 13.5Z" /></>,
} as const;
export type ShapeName = keyof typeof PATHS;

export function Shape({ name }: { readonly name: ShapeName }) {
  return <svg className="shape" viewBox="0 0 16 16" aria-hidden="true" focusable="false">{PATHS[name]}</svg>;
}
