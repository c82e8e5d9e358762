import type { Finger } from '../../electron/core/dossier/capture-slots.ts';

/** Fingers of a right hand seen from its back, thumb left; px in a 150 × 190 box. The left hand is its mirror. */
const SHAPES = {
  thumb: { x: 22, y: 72, height: 66, turn: -34 },
  index: { x: 42, y: 22, height: 84, turn: -5 },
  middle: { x: 67, y: 8, height: 96, turn: 0 },
  ring: { x: 92, y: 18, height: 88, turn: 4 },
  little: { x: 114, y: 46, height: 68, turn: 9 },
} as const;
const PARTS = ['thumb', 'index', 'middle', 'ring', 'little'] as const;
const WIDTH_PX = 24;
const HAND_PX = 150;
const PALM = 'M40 98 Q38 112 26 124 Q34 160 58 186 L112 186 Q136 160 138 112 L137 100 Q90 84 40 98 Z';

/** Both hands as the citizen sees them, the fingers to be laid down filled and marked. */
export function GuideHands({ fingers, label }: { readonly fingers: ReadonlySet<Finger>; readonly label: string }) {
  return (
    <svg className="guide-picture" viewBox="0 0 330 196" role="img" aria-label={label}>
      <Hand side="left" fingers={fingers} originPx={0} />
      <Hand side="right" fingers={fingers} originPx={180} />
    </svg>
  );
}

function Hand({ side, fingers, originPx }: { readonly side: 'left' | 'right'; readonly fingers: ReadonlySet<Finger>; readonly originPx: number }) {
  const isRight = side === 'right';
  const isWanted = PARTS.some((part) => fingers.has(`${side}-${part}`));
  return (
    <g className={isWanted ? undefined : 'guide-hand-rests'}>
      <path d={PALM} className="guide-body" transform={isRight ? `translate(${originPx} 0)` : `translate(${originPx + HAND_PX} 0) scale(-1 1)`} />
      {PARTS.map((part) => {
        const { x, y, height, turn } = SHAPES[part];
        const left = originPx + (isRight ? x : HAND_PX - x - WIDTH_PX);
        const middle = left + WIDTH_PX / 2;
        const wanted = fingers.has(`${side}-${part}`);
        return (
          <g key={part} transform={`rotate(${isRight ? turn : -turn} ${middle} ${y + height})`}>
            <rect className={wanted ? 'guide-finger' : 'guide-body'} x={left} y={y} width={WIDTH_PX} height={height} rx={WIDTH_PX / 2} />
            {wanted && <circle className="guide-dot" cx={middle} cy={y + 14} r={6} />}
          </g>
        );
      })}
    </g>
  );
}
