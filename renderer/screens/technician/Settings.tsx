import { useEffect, useState, type FormEvent } from 'react';
import type { z } from 'zod';
import type { SettingRow } from '../../../electron/contract/station.ts';
import { useCall, useStore } from '../../app/hooks.ts';
import { useT } from '../../i18n/i18n.ts';
import { Button, Dialog, ErrorNotice, Field } from '../../ui/index.ts';
import { useSettingWords } from './use-setting-words.ts';

type Row = z.infer<typeof SettingRow>;

/** Every setting with its value and where it comes from; what the machine's policy fixes can't be edited here. */
export function Settings() {
  const t = useT('technician');
  const names = useSettingWords();
  const list = useCall(useStore()['settings.list']);
  const [rows, setRows] = useState<readonly Row[]>([]);
  const [edited, setEdited] = useState<Row | null>(null);
  const { run } = list;
  useEffect(() => {
    void run({}).then((reply) => reply.ok && setRows(reply.value));
  }, [run]);
  return (
    <section aria-label={t('settings')}>
      <h2>{t('settings')}</h2>
      <ErrorNotice error={list.error} />
      <table className="table settings">
        <thead><tr><th scope="col">{t('name')}</th><th scope="col">{t('value')}</th><th scope="col">{t('origin')}</th><th scope="col"><span className="only-spoken">{t('edit')}</span></th></tr></thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">
                {names.name(row.key)}
                <span className="setting-about">{names.about(row.key)} <span className="code">{row.key}</span></span>
              </th>
              <td className="settings-value">{names.value(row)}</td>
              <td className="muted">{t(`origin.${row.origin}`)}</td>
              <td className="table-actions">{row.origin !== 'policy' && <Button onClick={() => setEdited(row)}>{t('edit')}</Button>}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Dialog open={edited !== null} onClose={() => setEdited(null)} title={t('editTitle')}>
        {edited !== null && <SettingForm row={edited} onSaved={(next) => (setRows(next), setEdited(null))} onClose={() => setEdited(null)} />}
      </Dialog>
    </section>
  );
}

/** The text as the setting's own type; undefined when it isn't one. */
export function parseSetting(text: string, current: Row['value']): Row['value'] | undefined {
  if (typeof current === 'number') return /^-?\d+(\.\d+)?$/.test(text.trim()) ? Number(text) : undefined;
  if (typeof current === 'boolean') return text.trim() === 'true' ? true : text.trim() === 'false' ? false : undefined;
  return text.normalize('NFC').trim();
}

type SettingFormProps = { readonly row: Row; readonly onSaved: (rows: readonly Row[]) => void; readonly onClose: () => void };

function SettingForm({ row, onSaved, onClose }: SettingFormProps) {
  const shell = useT('shell');
  const errors = useT('errors');
  const names = useSettingWords();
  const save = useCall(useStore()['settings.set']);
  const [text, setText] = useState(String(row.value));
  const value = parseSetting(text, row.value);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (value === undefined) return;
    const reply = await save.run({ key: row.key, value });
    if (reply.ok) onSaved(reply.value);
  };
  return (
    <form className="dialog-body" onSubmit={(event) => void submit(event)}>
      <Field label={names.label(row)} hint={names.about(row.key)} value={text} onChange={setText} autoFocus maxLength={500} error={value === undefined ? errors('settings.bad-value') : null} />
      <ErrorNotice error={save.error} />
      <div className="dialog-actions">
        <Button onClick={onClose} shortcut="Esc">{shell('cancel')}</Button>
        <Button kind="primary" submit shortcut="Enter" busy={save.busy}>{shell('save')}</Button>
      </div>
    </form>
  );
}
