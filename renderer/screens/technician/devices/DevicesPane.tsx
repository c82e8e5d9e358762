import { useState } from 'react';
import type { SelfTest } from '../../../../electron/contract/technician.ts';
import { useCall, useDevices, useShortcuts, useStore } from '../../../app/hooks.ts';
import { useT } from '../../../i18n/i18n.ts';
import { Button, EmptyState, ErrorNotice, StepFrame } from '../../../ui/index.ts';
import { HostRows } from '../HostRows.tsx';
import type { PaneProps } from '../pane.ts';
import { useInventory } from '../use-inventory.ts';
import { DeviceDetail } from './DeviceDetail.tsx';
import { DeviceList, PAGE_CAMERA } from './DeviceList.tsx';
import { PageCameraDetail } from './PageCameraDetail.tsx';
import { TrialDialog } from './TrialDialog.tsx';
import { trialSlotOf } from './trial.ts';

/** Devices: a list on the left, everything about the chosen one on the right. */
export function DevicesPane({ head }: PaneProps) {
  const t = useT('technician');
  const { rows, loaded, error, reload } = useInventory();
  const [chosen, setChosen] = useState<string>();
  const [tests, setTests] = useState<Readonly<Record<string, SelfTest>>>({});
  const [trial, setTrial] = useState(false);
  const test = useCall(useStore()['technician.self-test']);
  const retry = useCall(useDevices()['device.retry']);
  const id = chosen ?? rows[0]?.id ?? PAGE_CAMERA;
  const device = rows.find((row) => row.id === id);
  const runTest = async (): Promise<void> => {
    const reply = await test.run({ deviceId: id });
    if (reply.ok) setTests((before) => ({ ...before, [reply.value.deviceId]: reply.value }));
    reload();
  };
  const canTry = device !== undefined && device.state.kind === 'ready' && trialSlotOf(device.kind) !== undefined;
  useShortcuts([
    { key: 'F12', run: () => void runTest(), enabled: device !== undefined && !test.busy }, { key: 'F9', run: () => setTrial(true), enabled: canTry && !test.busy },
    { key: 'F8', run: () => void retry.run({ deviceId: id }), enabled: device !== undefined }, { key: 'F5', run: reload },
  ]);
  return (
    <StepFrame
      title={t('title')} head={head} aside={t('privacy')} scroll={false} notices={<><ErrorNotice error={error} /><ErrorNotice error={test.error ?? retry.error} /></>}
      actions={<><Button shortcut="F5" onClick={reload}>{t('reload')}</Button><Button shortcut="F8" busy={retry.busy} disabled={device === undefined} onClick={() => void retry.run({ deviceId: id })}>{t('retry')}</Button></>}
      moreActions={<Button shortcut="F9" disabled={!canTry || test.busy} onClick={() => setTrial(true)}>{t('trial')}</Button>}
      primary={<Button kind="primary" shortcut="F12" busy={test.busy} disabled={device === undefined} onClick={() => void runTest()}>{t(test.busy ? 'testing' : 'selfTest')}</Button>}
    >
      <div className="technician-split" id="technician-pane" role="tabpanel" aria-labelledby="tab-devices">
        <div className="technician-side">
          <DeviceList rows={rows} chosen={id} choose={setChosen} />
          {loaded && rows.length === 0 && <p className="muted">{t('noDevices')}</p>}
          <HostRows />
        </div>
        <div className="technician-detail">
          {device !== undefined && <DeviceDetail device={device} test={tests[device.id]} testing={test.busy} onFault={reload} />}
          {id === PAGE_CAMERA && <PageCameraDetail />}
          {device === undefined && id !== PAGE_CAMERA && loaded && <EmptyState title={t('noDevices')} />}
        </div>
      </div>
      {device !== undefined && <TrialDialog device={device} open={trial} onClose={() => setTrial(false)} />}
    </StepFrame>
  );
}
