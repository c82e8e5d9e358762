import { ADJUST_LIMITS, NO_ADJUST, adjusted, isAtLimit, type AdjustPart, type PortraitAdjust } from '../../../../../electron/core/biometrics/face/portrait-adjust.ts';
import { useShortcuts, useT } from '../../../../app/hooks.ts';
import { Button } from '../../../../ui/index.ts';
import { useBlobUrl } from '../use-blob-url.ts';
import { adjustWords } from './adjust-words.ts';
import type { CheckedStill } from './check-portrait.ts';

type Props = { readonly portrait: CheckedStill; readonly wanted: PortraitAdjust; readonly busy: boolean; readonly onMove: (adjust: PortraitAdjust) => void };

/** What each key does to which part. The face goes the way of the arrow. */
const KEYS = [
  ['right', 'ArrowLeft', -1, '←'], ['right', 'ArrowRight', 1, '→'], ['down', 'ArrowUp', -1, '↑'], ['down', 'ArrowDown', 1, '↓'],
  ['zoom', '-', -1, '−'], ['zoom', '+', 1, '+'], ['turnDeg', ',', -1, ','], ['turnDeg', '.', 1, '.'],
] as const satisfies readonly (readonly [AdjustPart, string, 1 | -1, string])[];
const PARTS = ['right', 'down', 'zoom', 'turnDeg'] as const;

/** The taken portrait with the norm's lines over it; arrows, + and −, comma and point move its window step by step within the limits. */
export function AdjustPane({ portrait: { still }, wanted, busy, onMove }: Props) {
  const t = useT('portrait');
  const url = useBlobUrl(still.view, still.viewMediaType);
  const reset = (): void => onMove(NO_ADJUST);
  useShortcuts([
    ...KEYS.map(([part, key, steps]) => ({ key, run: () => onMove(adjusted(wanted, part, steps)), enabled: !isAtLimit(wanted, part, steps) })),
    { key: '=', run: () => onMove(adjusted(wanted, 'zoom', 1)), enabled: !isAtLimit(wanted, 'zoom', 1) }, { key: '0', run: reset },
  ]);
  return (
    <div className="pane">
      <div className="adjust-picture">
        <span className="adjust-frame">
          {url !== undefined && <img src={url} alt={t('adjust.picture')} draggable={false} />}
          <Guides />
        </span>
      </div>
      <div className="adjust-parts">
        {PARTS.map((part) => (
          <div key={part} className="adjust-part" role="group" aria-label={t(`adjust.${part}`)}>
            <span className="adjust-name">{t(`adjust.${part}`)}</span>
            <output>{adjustWords(part, wanted[part])}</output>
            {KEYS.filter(([of]) => of === part).map(([, key, steps, sign]) => (
              <Button key={key} disabled={isAtLimit(wanted, part, steps)} onClick={() => onMove(adjusted(wanted, part, steps))}>
                <kbd className="key" aria-hidden="true">{sign}</kbd><span className="only-spoken">{t(`adjust.${part}.${steps > 0 ? 'more' : 'less'}`)}</span>
              </Button>
            ))}
            <small className="muted">{t('adjust.range', { from: adjustWords(part, ADJUST_LIMITS[part].min), to: adjustWords(part, ADJUST_LIMITS[part].max) })}</small>
          </div>
        ))}
      </div>
      <div className="pane-head">
        <span role="status" className="tone-now">{busy ? t('adjust.cutting') : ''}</span>
        <Button shortcut="0" onClick={reset}>{t('adjust.reset')}</Button>
      </div>
    </div>
  );
}

/** The eyes belong between 30 and 50 % of the height, the middle of the face between 45 and 55 % of the width. Source: ISO/IEC 19794-5. */
function Guides() {
  return (
    <svg viewBox="0 0 1000 1286" preserveAspectRatio="none" aria-hidden="true">
      <rect x={0} y={386} width={1000} height={257} />
      <rect x={450} y={0} width={100} height={1286} />
    </svg>
  );
}
