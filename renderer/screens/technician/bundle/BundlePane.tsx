import { useState } from 'react';
import type { z } from 'zod';
import type { stationContract } from '../../../../electron/contract/station.ts';
import type { WireError } from '../../../../electron/core/errors/app-error.ts';
import { useCall, useShortcuts, useStation, useStore } from '../../../app/hooks.ts';
import { useT } from '../../../i18n/i18n.ts';
import { Button, ErrorNotice, Notice, StepFrame } from '../../../ui/index.ts';
import { Diagnostics } from '../Diagnostics.tsx';
import type { PaneProps } from '../pane.ts';

type Verdict = z.infer<(typeof stationContract)['audit.verify']['output']>;
type Made = { readonly saved: boolean; readonly files: readonly { readonly name: string; readonly bytes: number }[]; readonly name: string };
const PARTS = ['versions', 'inventory', 'device-log', 'health', 'settings', 'audit'] as const;

/** The diagnostic bundle in one press, what is in it, and the facts of the station beside. */
export function BundlePane({ head }: PaneProps) {
  const t = useT('technician');
  const { bridge } = useStation();
  const store = useStore();
  const make = useCall(store['technician.bundle']);
  const verify = useCall(store['audit.verify']);
  const [made, setMade] = useState<Made>();
  const [failure, setFailure] = useState<WireError | null>(null);
  const [verdict, setVerdict] = useState<Verdict>();
  const [saving, setSaving] = useState(false);
  const save = async (): Promise<void> => {
    setFailure(null);
    const bundle = await make.run({});
    if (!bundle.ok) return;
    setSaving(true);
    const reply = await bridge.saveBundle({ name: bundle.value.name, zip: bundle.value.zip });
    setSaving(false);
    if (reply.ok) setMade({ ...reply.value, files: bundle.value.files });
    else setFailure(reply.error);
  };
  const check = async (): Promise<void> => {
    const reply = await verify.run({});
    setVerdict(reply.ok ? reply.value : undefined);
  };
  const busy = make.busy || saving;
  useShortcuts([{ key: 'F12', run: () => void save(), enabled: !busy }, { key: 'F8', run: () => void check(), enabled: !verify.busy }]);
  return (
    <StepFrame
      title={t('title')} head={head} aside={t('privacy')}
      notices={<>
        {made?.saved === true && <Notice tone="done" title={t('bundle.saved', { name: made.name })} />}
        {made?.saved === false && <Notice tone="look" title={t('bundle.notSaved')} />}
        {verdict !== undefined && <Notice tone={verdict.ok ? 'done' : 'stop'} title={verdict.ok ? t('verifyOk', { entries: verdict.entries }) : t('verifyBroken', { seq: verdict.firstBreak ?? 0 })} />}
        <ErrorNotice error={make.error ?? failure} /><ErrorNotice error={verify.error} />
      </>}
      actions={<Button shortcut="F8" busy={verify.busy} onClick={() => void check()}>{t('verify')}</Button>}
      primary={<Button kind="primary" shortcut="F12" busy={busy} onClick={() => void save()}>{t('bundle.make')}</Button>}
    >
      <div className="bundle" id="technician-pane" tabIndex={0} role="tabpanel" aria-labelledby="tab-bundle">
        <section aria-label={t('pane.bundle')}>
          <h2>{t('bundle.title')}</h2>
          <p className="muted bundle-about">{t('bundle.about')}</p>
          <ul className="bundle-parts">{PARTS.map((part) => <li key={part}><strong>{t(`bundle.part.${part}`)}</strong><span className="muted">{t(`bundle.in.${part}`)}</span></li>)}</ul>
          <p className="bundle-never">{t('bundle.never')}</p>
        </section>
        <Diagnostics />
      </div>
    </StepFrame>
  );
}
