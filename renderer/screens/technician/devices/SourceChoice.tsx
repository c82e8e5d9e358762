import { useEffect, useState } from 'react';
import type { InventoryRow } from '../../../../electron/contract/technician.ts';
import { useCall, useInfo, useStore } from '../../../app/hooks.ts';
import { useT } from '../../../i18n/i18n.ts';
import { Choice, ErrorNotice } from '../../../ui/index.ts';

const SOURCES = ['as-started', 'real', 'simulated'] as const;
type Source = (typeof SOURCES)[number];

/** Real or simulated, per kind of device; only a practice station has the choice, and what policy fixes stays. */
export function SourceChoice({ kind }: { readonly kind: InventoryRow['kind'] }) {
  const t = useT('technician');
  const store = useStore();
  const { practice } = useInfo();
  const list = useCall(store['settings.list']);
  const save = useCall(store['settings.set']);
  const [setting, setSetting] = useState<{ readonly value: string; readonly fixed: boolean }>();
  const key = `devices.${kind}`;
  const { run } = list;
  useEffect(() => {
    void run({}).then((reply) => {
      const row = reply.ok ? reply.value.find((one) => one.key === key) : undefined;
      setSetting(row === undefined ? undefined : { value: String(row.value), fixed: row.origin === 'policy' });
    });
  }, [run, key]);
  if (!practice || setting === undefined) return null;
  const choose = async (source: Source): Promise<void> => {
    const reply = await save.run({ key, value: source === 'as-started' ? '' : source });
    if (reply.ok) setSetting({ ...setting, value: source === 'as-started' ? '' : source });
  };
  return (
    <div className="source-choice">
      <Choice<Source> label={t('source')} value={setting.value === '' ? 'as-started' : (setting.value as Source)} disabled={setting.fixed || save.busy} onChange={(source) => void choose(source)}
        options={SOURCES.map((value) => ({ value, label: t(`source.${value}`) }))} />
      <ErrorNotice error={save.error} />
    </div>
  );
}
