import type { PrintAnalysis } from '../../../../../electron/contract/analysis.ts';
import type { StillView } from '../../../../../electron/contract/device.ts';
import { isRolled } from '../../../../../electron/core/dossier/capture-slots.ts';
import { formatTime } from '../../../../../electron/core/time/format.ts';
import { useLasting, useT } from '../../../../app/hooks.ts';
import { ErrorNotice, Progress, ZoomableImage } from '../../../../ui/index.ts';
import { DeviceTrouble } from '../DeviceTrouble.tsx';
import { printHintKey, warningKey } from '../known-words.ts';
import { LiveCanvas } from '../LiveCanvas.tsx';
import { useBlobUrl } from '../use-blob-url.ts';
import { FingerBoxes } from './FingerBoxes.tsx';
import { ProblemList } from './ProblemList.tsx';
import { asPrint, markedSegments } from './print-findings.ts';
import type { LiveBoxes } from './use-live-boxes.ts';
import type { Prints } from './use-prints.ts';

export type PrintPaneProps = {
  readonly prints: Prints;
  readonly live: LiveBoxes;
  readonly instruction: string;
  /** How many are to lie on the glass. */
  readonly fingers: number;
  /** What was found in the try before this one, while its cure is waited for. */
  readonly before: { readonly number: number; readonly analysis: PrintAnalysis } | undefined;
};

/** The large picture: the glass with boxes while capturing, the still with what was found while deciding. */
export function PrintPane({ prints, live, instruction, fingers, before }: PrintPaneProps) {
  const t = useT('enrolment');
  const { capturing: { view, session, device, restart }, deciding, settingAside } = prints;
  const late = useLasting(view.phase === 'waiting' && device?.state.kind === 'ready');
  if (deciding !== undefined) return <DecidingPane still={deciding.still} slot={t(`slot.${prints.slot ?? 'thumbs'}`)} />;
  if (view.phase === 'failed') {
    return <div className="pane pane-words"><ErrorNotice error={view.error} action={{ label: t('capture.try-again'), run: restart, shortcut: 'Enter' }} /></div>;
  }
  if (view.phase === 'waiting' && device?.state.kind !== 'ready') return <div className="pane pane-words"><DeviceTrouble kind="fingerprint-scanner" device={device} error={view.error} /></div>;
  const hint = view.phase === 'live' ? printHintKey(view.hint, { fingers, rolled: prints.slot !== undefined && isRolled(prints.slot) }) : undefined;
  return (
    <div className="pane">
      <p className={`pane-instruction${hint === 'hint.remove-fingers' ? ' muted' : ''}`}>{instruction}</p>
      {before !== undefined && <ProblemList analysis={before.analysis} title={`${t('capture.attempt', { count: before.number })}:`} />}
      <div className="live live-fingerprint-scanner">
        {view.phase === 'live' && <LiveCanvas session={session} label={t('capture.live', { slot: t(`slot.${prints.slot ?? 'thumbs'}`) })} />}
        {view.phase === 'live' && <FingerBoxes {...live} />}
        {(late || settingAside) && <Progress label={t(settingAside ? 'capture.next-try' : 'capture.starting')} />}
      </div>
      <p className="pane-hint print-hint" role="status">{hint === undefined ? '\u00a0' : t(hint)}</p>
    </div>
  );
}

function DecidingPane({ still, slot }: { readonly still: StillView; readonly slot: string }) {
  const t = useT('enrolment');
  const url = useBlobUrl(still.view, still.viewMediaType);
  const analysis = asPrint(still.analysis);
  const size = t('capture.meta.ppi', { width: still.widthPx, height: still.heightPx, ppi: still.ppi });
  return (
    <div className="pane">
      {analysis !== undefined && <ProblemList analysis={analysis} title="" />}
      {still.warnings.map((code) => <p key={code} className="pane-warning tone-look"><span aria-hidden="true">▲ </span>{t(warningKey(code), { code })}</p>)}
      {url !== undefined && (
        <ZoomableImage
          src={url} alt={t('capture.still', { slot })} widthPx={still.widthPx} heightPx={still.heightPx} caption={`${slot} · ${size} · ${formatTime(still.capturedAt)}`}
          overlay={analysis !== undefined && <FingerBoxes boxes={markedSegments(analysis)} widthPx={still.widthPx} heightPx={still.heightPx} />}
        />
      )}
    </div>
  );
}
