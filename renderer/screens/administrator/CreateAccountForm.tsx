import { useState, type FormEvent } from 'react';
import { ROLES, type Role } from '../../../electron/core/access/roles.ts';
import { useCall, useStore } from '../../app/hooks.ts';
import { useT } from '../../i18n/i18n.ts';
import { Button, Choice, ErrorNotice, Field } from '../../ui/index.ts';

export function CreateAccountForm({ onDone, onClose }: { readonly onDone: () => void; readonly onClose: () => void }) {
  const t = useT('admin');
  const states = useT('states');
  const shell = useT('shell');
  const create = useCall(useStore()['user.create']);
  const [displayName, setDisplayName] = useState('');
  const [login, setLogin] = useState('');
  const [role, setRole] = useState<Role | ''>('');
  const [password, setPassword] = useState('');
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (displayName.trim() === '' || login.trim() === '' || role === '' || password === '') return;
    const reply = await create.run({ displayName: displayName.normalize('NFC').trim(), login: login.trim(), role, password });
    if (reply.ok) onDone();
  };
  return (
    <form className="dialog-body" onSubmit={(event) => void submit(event)}>
      <Field label={t('form.name')} value={displayName} onChange={setDisplayName} autoFocus maxLength={100} />
      <Field label={t('form.login')} value={login} onChange={setLogin} maxLength={40} />
      <Choice label={t('form.role')} value={role} onChange={setRole} placeholder={t('form.chooseRole')} options={ROLES.map((value) => ({ value, label: states(`role.${value}`) }))} />
      <Field label={t('form.password')} hint={t('form.rule')} type="password" value={password} onChange={setPassword} autoComplete="new-password" />
      <p className="muted">{t('form.oneRole')}</p>
      <ErrorNotice error={create.error} />
      <div className="dialog-actions">
        <Button onClick={onClose} shortcut="Esc">{shell('cancel')}</Button>
        <Button kind="primary" submit shortcut="Enter" busy={create.busy}>{t('create')}</Button>
      </div>
    </form>
  );
}
