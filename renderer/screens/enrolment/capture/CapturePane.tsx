import type { ReactNode } from 'react';
import type { CaptureSlot } from '../../../../electron/core/dossier/capture-slots.ts';
import { formatTime } from '../../../../electron/core/time/format.ts';
import { useLasting, useT } from '../../../app/hooks.ts';
import { ErrorNotice, Progress, ZoomableImage } from '../../../ui/index.ts';
import { DeviceTrouble } from './DeviceTrouble.tsx';
import { hintKey, warningKey } from './known-words.ts';
import { LiveCanvas } from './LiveCanvas.tsx';
import { useBlobUrl } from './use-blob-url.ts';
import type { CaptureKind, Capturing } from './use-capture.ts';

export type CapturePaneProps = {
  readonly kind: CaptureKind;
  readonly slot: CaptureSlot;
  readonly capturing: Capturing;
  readonly instruction: string;
  /** Drawn over the live image, for example the portrait's oval. */
  readonly guide?: ReactNode;
};

/** The large image: live while capturing, the still while deciding, the device's trouble when there is one. */
export function CapturePane({ kind, slot, capturing, instruction, guide }: CapturePaneProps) {
  const t = useT('enrolment');
  const { view, session, device, restart } = capturing;
  const late = useLasting(view.phase === 'waiting' && device?.state.kind === 'ready');
  if (view.phase === 'still') return <StillPane slot={slot} view={view} />;
  if (view.phase === 'failed') {
    return <div className="pane pane-words"><ErrorNotice error={view.error} action={{ label: t('capture.try-again'), run: restart, shortcut: 'Enter' }} /></div>;
  }
  const waitsForDevice = view.phase === 'waiting' && device?.state.kind !== 'ready';
  if (waitsForDevice) return <div className="pane pane-words"><DeviceTrouble kind={kind} device={device} error={view.error} /></div>;
  const hint = view.phase === 'live' ? hintKey(view.hint) : undefined;
  return (
    <div className="pane">
      <p className="pane-instruction">{instruction}</p>
      <div className={`live live-${kind}`}>
        {view.phase === 'live' && <LiveCanvas session={session} label={t('capture.live', { slot: t(`slot.${slot}`) })} />}
        {view.phase === 'live' && guide}
        {late && <Progress label={t('capture.starting')} />}
      </div>
      <p className="pane-hint" role="status">{hint === undefined ? '\u00a0' : t(hint)}</p>
    </div>
  );
}

function StillPane({ slot, view }: { readonly slot: CaptureSlot; readonly view: Extract<Capturing['view'], { phase: 'still' }> }) {
  const t = useT('enrolment');
  const { still } = view;
  const url = useBlobUrl(still.view, still.viewMediaType);
  const size = t(still.ppi > 0 ? 'capture.meta.ppi' : 'capture.meta', { width: still.widthPx, height: still.heightPx, ppi: still.ppi });
  return (
    <div className="pane">
      {still.warnings.map((code) => <p key={code} className="pane-warning tone-look"><span aria-hidden="true">▲ </span>{t(warningKey(code), { code })}</p>)}
      {url !== undefined && (
        <ZoomableImage
          src={url} alt={t('capture.still', { slot: t(`slot.${slot}`) })} widthPx={still.widthPx} heightPx={still.heightPx}
          caption={`${t(`slot.${slot}`)} · ${size} · ${formatTime(still.capturedAt)}`}
        />
      )}
    </div>
  );
}
