import type { Role } from '../../../electron/core/access/roles.ts';
import type { DossierState } from '../../../electron/core/dossier/lifecycle.ts';
import { formatTime } from '../../../electron/core/time/format.ts';
import { navigate, useDeviceList, useDevices, useLine } from '../../app/hooks.ts';
import { useT } from '../../i18n/i18n.ts';
import { Notice, deviceStateKey, deviceTone } from '../../ui/index.ts';

export type AttentionBoxProps = {
  readonly role: Role;
  readonly counts: Partial<Record<DossierState, number>>;
  readonly show: (state: 'returned' | 'rejected') => void;
};

/** What somebody must do something about: returned and rejected dossiers, parked uploads, the line, devices. Empty when all is well. */
export function AttentionBox({ role, counts, show }: AttentionBoxProps) {
  const t = useT('desk');
  const line = useLine();
  if (role === 'auditor') return null;
  const { returned = 0, rejected = 0 } = counts;
  return (
    <div className="attention">
      {returned > 0 && <Notice tone="look" title={t('attention.returned', { count: returned })} action={{ label: t('show'), run: () => show('returned') }} />}
      {rejected > 0 && <Notice tone="stop" title={t('attention.rejected', { count: rejected })} action={{ label: t('show'), run: () => show('rejected') }} />}
      {line !== null && line.parked > 0 && (
        <Notice tone="stop" title={t('attention.parked', { count: line.parked })} action={{ label: t('show'), run: () => navigate({ name: 'outbox' }) }} />
      )}
      {line !== null && !line.online && <Notice tone="look" title={t('attention.offline', { time: formatTime(line.since) })} />}
      {role === 'officer' && <DeviceTrouble />}
    </div>
  );
}

function DeviceTrouble() {
  const t = useT('desk');
  const states = useT('states');
  const shell = useT('shell');
  const devices = useDevices();
  const trouble = useDeviceList().filter((device) => deviceTone(device.state) === 'stop');
  return trouble.map((device) => (
    <Notice key={device.id} tone="stop" title={t('attention.device', { kind: states(`kind.${device.kind}`), state: states(deviceStateKey(device.state)) })}
      action={{ label: shell('retry'), run: () => void devices['device.retry']({ deviceId: device.id }) }} />
  ));
}
