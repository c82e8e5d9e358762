import { useState } from 'react';
import type { z } from 'zod';
import type { stationContract } from '../../../electron/contract/station.ts';
import { useCall, useLasting, useShortcuts, useStore } from '../../app/hooks.ts';
import { useT } from '../../i18n/i18n.ts';
import { Button, ErrorNotice, Field, Notice, Progress, StepFrame } from '../../ui/index.ts';
import { AuditList } from './AuditList.tsx';
import './audit.css';

type Verdict = z.infer<(typeof stationContract)['audit.verify']['output']>;

/** The log as it is, newest first, and a check of the whole chain. Reading it is an entry too. */
export function AuditScreen() {
  const t = useT('audit');
  const verify = useCall(useStore()['audit.verify']);
  const [search, setSearch] = useState('');
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  const long = useLasting(verify.busy, 1_000);
  const check = async (): Promise<void> => {
    const reply = await verify.run({});
    setVerdict(reply.ok ? reply.value : null);
  };
  useShortcuts([{ key: 'F12', run: () => void check(), enabled: !verify.busy }]);
  return (
    <StepFrame
      title={t('title')} scroll={false}
      head={<div className="audit-find"><Field label={t('search')} labelHidden placeholder={t('search')} value={search} onChange={setSearch} maxLength={100} autoFocus /></div>}
      notices={<>{verdict !== null && <VerdictNotice verdict={verdict} />}{long && <Progress label={t('verifying')} />}<ErrorNotice error={verify.error} /></>}
      actions={<span className="muted">{t('searchHint')}</span>}
      primary={<Button kind="primary" shortcut="F12" busy={verify.busy} onClick={() => void check()}>{t('verify')}</Button>}
    >
      <AuditList search={search} />
    </StepFrame>
  );
}

function VerdictNotice({ verdict }: { readonly verdict: Verdict }) {
  const t = useT('audit');
  return (
    <Notice tone={verdict.ok ? 'done' : 'stop'} title={verdict.ok ? t('ok', { entries: verdict.entries }) : t('broken', { seq: verdict.firstBreak ?? 0 })}>
      <p className="code">{t('head')}: {verdict.head}</p>
    </Notice>
  );
}
