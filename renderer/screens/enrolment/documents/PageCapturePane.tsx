import type { StillView } from '../../../../electron/contract/device.ts';
import { formatTime } from '../../../../electron/core/time/format.ts';
import { useLasting, useT } from '../../../app/hooks.ts';
import { ErrorNotice, Progress, ZoomableImage } from '../../../ui/index.ts';
import { DeviceTrouble } from '../capture/DeviceTrouble.tsx';
import { LiveCanvas } from '../capture/LiveCanvas.tsx';
import { useBlobUrl } from '../capture/use-blob-url.ts';
import type { PageCapture } from './use-page-capture.ts';

const HINTS = ['searching-page', 'page-found'] as const;
const WARNINGS = ['page-not-found', 'page-low-resolution', 'page-blurred', 'page-dark', 'page-glare', 'forced'] as const;

/** The document camera's picture with the page's outline; then the page itself, straightened, with what is wrong with it. */
export function PageCapturePane({ capture: { capturing, still }, paper }: { readonly capture: PageCapture; readonly paper: string }) {
  const t = useT('papers');
  const { view, session, device, restart } = capturing;
  // Until the first frame there is nothing to see: the camera is being opened.
  const late = useLasting((view.phase === 'waiting' && device?.state.kind === 'ready') || (view.phase === 'live' && view.hint === ''));
  const straightening = useLasting(view.phase === 'live' && device?.state.kind === 'ready', 600);
  if (still !== undefined) return <TakenPage still={still} paper={paper} />;
  if (view.phase === 'failed') return <div className="pane pane-words"><ErrorNotice error={view.error} action={{ label: t('capture.again'), run: restart, shortcut: 'Enter' }} /></div>;
  if (view.phase === 'waiting' && device?.state.kind !== 'ready') return <div className="pane pane-words"><DeviceTrouble kind="document-camera" device={device} error={view.error} /></div>;
  const hint = view.phase === 'live' ? HINTS.find((one) => one === view.hint) : undefined;
  return (
    <div className="pane">
      <p className="pane-instruction">{t('capture.instruct', { paper })}</p>
      <div className="live live-document-camera">
        {view.phase === 'live' && <LiveCanvas session={session} label={t('capture.live')} />}
        {late && <Progress label={t('capture.starting')} />}
      </div>
      <p className="pane-hint" role="status">{straightening ? t('capture.straightening') : hint === undefined ? '\u00a0' : t(`hint.${hint}`)}</p>
    </div>
  );
}

function TakenPage({ still, paper }: { readonly still: StillView; readonly paper: string }) {
  const t = useT('papers');
  const url = useBlobUrl(still.view, still.viewMediaType);
  const { widthPx, heightPx, ppi } = still;
  const faults = still.warnings.flatMap((code) => WARNINGS.find((one) => one === code) ?? []);
  return (
    <div className="pane">
      {faults.length === 0
        ? <p className="pane-warning tone-done"><span aria-hidden="true">✓ </span>{t('capture.readable', { ppi })}</p>
        : faults.map((code) => <p key={code} className="pane-warning tone-look"><span aria-hidden="true">▲ </span>{t(`warning.${code}`, { ppi })}</p>)}
      {url !== undefined && (
        <ZoomableImage src={url} alt={t('page.of', { paper })} widthPx={widthPx} heightPx={heightPx}
          caption={`${paper} · ${ppi > 0 ? t('page.size', { widthPx, heightPx, ppi }) : t('page.size.unknown', { widthPx, heightPx })} · ${formatTime(still.capturedAt)}`} />
      )}
    </div>
  );
}
