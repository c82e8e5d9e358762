import { useCallback, useEffect, useState } from 'react';
import type { DeviceHealth } from '../../../../electron/contract/technician.ts';
import { useCall, useShortcuts, useStore } from '../../../app/hooks.ts';
import { useT } from '../../../i18n/i18n.ts';
import { Button, EmptyState, ErrorNotice, StepFrame } from '../../../ui/index.ts';
import type { PaneProps } from '../pane.ts';
import { useInventory } from '../use-inventory.ts';
import { DeviceHealthCard } from './DeviceHealthCard.tsx';

/** Pads wait for somebody who draws: they are tested on their own, under Devices. */
const TESTED_ALONE: ReadonlySet<string> = new Set(['signature-pad']);

/** How the devices have been doing: one line a measure, with its limits, and where it is going. */
export function HealthPane({ head }: PaneProps) {
  const t = useT('technician');
  const store = useStore();
  const { rows } = useInventory();
  const view = useCall(store['technician.health']);
  const test = useCall(store['technician.self-test']);
  const [health, setHealth] = useState<readonly DeviceHealth[]>();
  const [measuring, setMeasuring] = useState('');
  const { run } = view;
  const load = useCallback(() => run({}).then((reply) => void (reply.ok && setHealth(reply.value))), [run]);
  useEffect(() => {
    void load();
  }, [load]);
  const measureAll = async (): Promise<void> => {
    for (const row of rows.filter(({ kind, state }) => !TESTED_ALONE.has(kind) && state.kind === 'ready')) {
      setMeasuring(row.model);
      await test.run({ deviceId: row.id });
    }
    setMeasuring('');
    await load();
  };
  const busy = measuring !== '';
  useShortcuts([{ key: 'F5', run: () => void load() }, { key: 'F12', run: () => void measureAll(), enabled: !busy && rows.length > 0 }]);
  return (
    <StepFrame
      title={t('title')} head={head} aside={busy ? t('measuring', { model: measuring }) : t('privacy')} notices={<><ErrorNotice error={view.error} /><ErrorNotice error={test.error} /></>}
      actions={<Button shortcut="F5" onClick={() => void load()}>{t('reload')}</Button>}
      primary={<Button kind="primary" shortcut="F12" busy={busy} disabled={rows.length === 0} onClick={() => void measureAll()}>{t('measureAll')}</Button>}
    >
      <div className="health" id="technician-pane" tabIndex={0} role="tabpanel" aria-labelledby="tab-health">
        {health?.map((device) => <DeviceHealthCard key={device.deviceId} health={device} />)}
        {health?.length === 0 && <EmptyState title={t('health.empty')}>{t('health.emptyAbout')}</EmptyState>}
      </div>
    </StepFrame>
  );
}
