import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { InventoryRow } from '../../../../electron/contract/technician.ts';
import { useDevices, useShortcuts, useStore } from '../../../app/hooks.ts';
import { useT } from '../../../i18n/i18n.ts';
import { Button, Dialog, ErrorNotice, Progress } from '../../../ui/index.ts';
import { CaptureSession } from '../../enrolment/capture/capture-session.ts';
import { LiveCanvas } from '../../enrolment/capture/LiveCanvas.tsx';
import { useBlobUrl } from '../../enrolment/capture/use-blob-url.ts';
import { trialCalls, trialSlotOf } from './trial.ts';

type Props = { readonly device: InventoryRow; readonly open: boolean; readonly onClose: () => void };

/** A trial capture: first the consent, then the live picture, then the still, which goes with the dialog. */
export function TrialDialog({ device, open, onClose }: Props) {
  const t = useT('technician');
  return (
    <Dialog open={open} onClose={onClose} title={t('trial.title', { model: device.model })} size="medium">
      {open && <Trial device={device} onClose={onClose} />}
    </Dialog>
  );
}

function Trial({ device, onClose }: Omit<Props, 'open'>) {
  const t = useT('technician');
  const [agreed, setAgreed] = useState(false);
  useShortcuts([{ key: 'Enter', run: () => setAgreed(true), enabled: !agreed, inDialog: true }]);
  if (agreed) return <Running device={device} onClose={onClose} />;
  return (
    <div className="dialog-body">
      <p>{t('trial.consent')}</p>
      <p className="muted">{t('trial.kept')}</p>
      <div className="dialog-actions">
        <Button onClick={onClose} shortcut="Esc">{t('trial.close')}</Button>
        <Button kind="primary" shortcut="Enter" autoFocus onClick={() => setAgreed(true)}>{t('trial.begin')}</Button>
      </div>
    </div>
  );
}

function Running({ device, onClose }: Omit<Props, 'open'>) {
  const t = useT('technician');
  const [devices, store] = [useDevices(), useStore()];
  const session = useMemo(() => new CaptureSession(trialCalls(devices, store)), [devices, store]);
  const view = useSyncExternalStore(session.subscribe, session.view);
  const slot = trialSlotOf(device.kind)!;
  useEffect(() => {
    session.deviceChanged(device);
    session.begin({ slot, missing: [], attempt: 1 });
    return () => session.end();
    // The capture belongs to the dialog, whatever becomes of the row behind it meanwhile.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [session, slot, device.id]);
  const still = view.phase === 'still' ? view.still : undefined;
  const url = useBlobUrl(still?.view, still?.viewMediaType ?? 'image/png');
  return (
    <div className="dialog-body">
      <div className="trial-picture">
        {view.phase === 'waiting' && <Progress label={t('trial.waiting')} />}
        {view.phase === 'live' && <LiveCanvas session={session} label={t('trial.live')} />}
        {view.phase === 'failed' && <ErrorNotice error={view.error} />}
        {url !== undefined && still !== undefined && <img src={url} alt={t('trial.still')} width={still.widthPx} height={still.heightPx} />}
      </div>
      <p className="muted" role="status">{still === undefined ? t('trial.kept') : t('trial.done', { width: still.widthPx, height: still.heightPx })}</p>
      <div className="dialog-actions">
        {view.phase === 'live' && <Button onClick={() => session.force()}>{t('trial.force')}</Button>}
        <Button kind="primary" shortcut="Esc" onClick={onClose}>{t('trial.close')}</Button>
      </div>
    </div>
  );
}
