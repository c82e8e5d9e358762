import type { FingerBox } from '../../../../../electron/contract/analysis.ts';
import type { Finger } from '../../../../../electron/core/dossier/capture-slots.ts';
import { useT } from '../../../../app/hooks.ts';

export type BoxedFinger = { readonly finger: Finger | null; readonly box: FingerBox; readonly quality: number | null; readonly ok: boolean };
export type FingerBoxesProps = { readonly boxes: readonly BoxedFinger[]; readonly widthPx: number; readonly heightPx: number };

/** Height of the words, as a share of the picture's height. */
const TEXT_SHARE = 0.036;

/** Boxes over a picture of fingers, each with its name, quality and sign; a bad one is dashed as well as amber. */
export function FingerBoxes({ boxes, widthPx, heightPx }: FingerBoxesProps) {
  const t = useT('enrolment');
  const textPx = heightPx * TEXT_SHARE;
  const words = ({ finger, quality, ok }: BoxedFinger): string =>
    [finger === null ? '?' : t(`finger.short.${finger.slice(finger.indexOf('-') + 1) as 'thumb'}`), quality === null ? '–' : String(quality), ok ? '✓' : '▲'].join(' ');
  return (
    <svg className="finger-boxes" viewBox={`0 0 ${widthPx} ${heightPx}`} preserveAspectRatio="xMidYMid meet" aria-hidden="true">
      {boxes.map((one, n) => {
        const { xPx, yPx } = one.box;
        // A finger at the upper edge has its words inside the box.
        const textY = yPx < textPx * 1.3 ? yPx + textPx * 1.1 : yPx - textPx * 0.35;
        return (
          <g key={one.finger ?? `box-${n}`} className={one.ok ? 'finger-box finger-box-good' : 'finger-box finger-box-bad'}>
            <rect x={xPx} y={yPx} width={one.box.widthPx} height={one.box.heightPx} rx={textPx * 0.3} />
            <text x={xPx + one.box.widthPx / 2} y={textY} fontSize={textPx}>{words(one)}</text>
          </g>
        );
      })}
    </svg>
  );
}
