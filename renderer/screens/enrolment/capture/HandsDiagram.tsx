import { FINGERS, type Finger } from '../../../../electron/core/dossier/capture-slots.ts';
import { useT } from '../../../app/hooks.ts';
import type { FingerMark, FingerState } from './finger-plan.ts';

/** Shape beside colour: ▶ now, ✓ captured, ✕ missing, nothing while waiting. */
const SHAPE: Readonly<Record<FingerState, string>> = { now: '▶', captured: '✓', missing: '✕', expected: '' };

/** Fingers of a right hand seen from its back, thumb left; px in a 150 × 190 box. The left hand is its mirror. */
const SHAPES = {
  thumb: { x: 22, y: 72, height: 66, turn: -34 },
  index: { x: 42, y: 22, height: 84, turn: -5 },
  middle: { x: 67, y: 8, height: 96, turn: 0 },
  ring: { x: 92, y: 18, height: 88, turn: 4 },
  little: { x: 114, y: 46, height: 68, turn: 9 },
} as const;
type Part = keyof typeof SHAPES;
const WIDTH_PX = 24;
const HAND_PX = 150;
const PALM = 'M40 98 Q38 112 26 124 Q34 160 58 186 L112 186 Q136 160 138 112 L137 100 Q90 84 40 98 Z';
const STATES: readonly FingerState[] = ['now', 'captured', 'missing', 'expected'];

type Marks = Readonly<Record<Finger, FingerMark>>;

/** Ten fingers as they stand: what is captured now, what is kept and how good it is, what is missing. */
export function HandsDiagram({ marks }: { readonly marks: Marks }) {
  const t = useT('enrolment');
  const quality = ({ quality: score, good }: FingerMark): string =>
    (score === undefined ? '' : `, ${score === null ? t('quality.failed') : t('quality.of', { quality: score })}${good === true ? '' : `, ${t('fingers.state.poor')}`}`);
  const described = FINGERS.map((finger) => `${t(`slot.${finger}`)}: ${t(`fingers.state.${marks[finger].state}`)}${quality(marks[finger])}`).join('; ');
  return (
    <figure className="hands">
      <svg viewBox="0 0 330 216" role="img" aria-label={`${t('fingers.hands')}. ${described}`}>
        <Hand side="left" marks={marks} originPx={0} />
        <Hand side="right" marks={marks} originPx={180} />
        <text x={75} y={210} className="hands-side">{t('fingers.left-hand')}</text>
        <text x={255} y={210} className="hands-side">{t('fingers.right-hand')}</text>
      </svg>
      <figcaption className="hands-legend" aria-hidden="true">
        {STATES.map((state) => <span key={state} className={`hands-key finger-${state}`}><i>{SHAPE[state] === '' ? '○' : SHAPE[state]}</i>{t(`fingers.state.${state}`)}</span>)}
        <span className="hands-key finger-poor"><i>▲</i>{t('fingers.state.poor')}</span>
      </figcaption>
    </figure>
  );
}

function Hand({ side, marks, originPx }: { readonly side: 'left' | 'right'; readonly marks: Marks; readonly originPx: number }) {
  const mirrored = (x: number, width: number): number => originPx + (side === 'right' ? x : HAND_PX - x - width);
  const parts = Object.keys(SHAPES) as Part[];
  return (
    <g>
      <path d={PALM} className="hands-palm" transform={side === 'right' ? `translate(${originPx} 0)` : `translate(${originPx + HAND_PX} 0) scale(-1 1)`} />
      {parts.map((part) => {
        const { x, y, height, turn } = SHAPES[part];
        const left = mirrored(x, WIDTH_PX);
        const middle = left + WIDTH_PX / 2;
        const { state, quality, good } = marks[`${side}-${part}`];
        const turnDeg = side === 'right' ? turn : -turn;
        // Words and signs stand upright, however the finger is turned.
        const upright = (yPx: number): string => `rotate(${-turnDeg} ${middle} ${yPx - 4})`;
        const poor = quality !== undefined && good !== true;
        return (
          <g key={part} className={`finger finger-${state}${poor ? ' finger-poor' : quality === undefined ? '' : ' finger-good'}`} transform={`rotate(${turnDeg} ${middle} ${y + height})`}>
            <rect x={left} y={y} width={WIDTH_PX} height={height} rx={WIDTH_PX / 2} />
            <text x={middle} y={y + 18} className="finger-shape" transform={upright(y + 18)}>{poor ? '▲' : quality !== undefined ? '✓' : SHAPE[state]}</text>
            {quality !== undefined && <text x={middle} y={y + 36} className="finger-quality" transform={upright(y + 36)}>{quality ?? '–'}</text>}
          </g>
        );
      })}
    </g>
  );
}
