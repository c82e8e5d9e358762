import { useState } from 'react';
import type { z } from 'zod';
import type { stationContract } from '../../../electron/contract/station.ts';
import { useCall, useInfo, useShortcuts, useStore } from '../../app/hooks.ts';
import { useT } from '../../i18n/i18n.ts';
import { Button, ErrorNotice, Notice, StepFrame } from '../../ui/index.ts';
import { DeviceRows } from './DeviceRows.tsx';
import { Diagnostics } from './Diagnostics.tsx';
import { HostRows } from './HostRows.tsx';
import { Settings } from './Settings.tsx';
import './technician.css';

type Verdict = z.infer<(typeof stationContract)['audit.verify']['output']>;

/** Devices, processes, diagnostics, settings; nothing of a citizen. */
export function TechnicianDesk() {
  const t = useT('technician');
  const { simulated } = useInfo();
  const verify = useCall(useStore()['audit.verify']);
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  const [asked, setAsked] = useState(0);
  const reload = (): void => setAsked((n) => n + 1);
  const check = async (): Promise<void> => {
    const reply = await verify.run({});
    setVerdict(reply.ok ? reply.value : null);
  };
  useShortcuts([{ key: 'F5', run: reload }, { key: 'F12', run: () => void check(), enabled: !verify.busy }]);
  return (
    <StepFrame
      title={t('title')} aside={t('privacy')}
      notices={<>
        {verdict !== null && <Notice tone={verdict.ok ? 'done' : 'stop'} title={verdict.ok ? t('verifyOk', { entries: verdict.entries }) : t('verifyBroken', { seq: verdict.firstBreak ?? 0 })} />}
        <ErrorNotice error={verify.error} />
      </>}
      actions={<Button shortcut="F5" onClick={reload}>{t('reload')}</Button>}
      primary={<Button kind="primary" shortcut="F12" busy={verify.busy} onClick={() => void check()}>{t('verify')}</Button>}
    >
      <div className="technician">
        <div className="technician-wide"><DeviceRows simulated={simulated} /></div>
        <div className="technician-column"><HostRows /><Settings key={`settings-${asked}`} /></div>
        <div className="technician-column"><Diagnostics key={`diagnostics-${asked}`} /></div>
      </div>
    </StepFrame>
  );
}
