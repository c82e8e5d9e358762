import { useState, type FormEvent } from 'react';
import type { User } from '../../../electron/contract/session.ts';
import { useCall, useStore } from '../../app/hooks.ts';
import { useT } from '../../i18n/i18n.ts';
import { Button, ErrorNotice, Field } from '../../ui/index.ts';

export function ResetPasswordForm({ user, onDone, onClose }: { readonly user: User; readonly onDone: () => void; readonly onClose: () => void }) {
  const t = useT('admin');
  const shell = useT('shell');
  const reset = useCall(useStore()['user.reset-password']);
  const [password, setPassword] = useState('');
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (password !== '' && (await reset.run({ id: user.id, password })).ok) onDone();
  };
  return (
    <form className="dialog-body" onSubmit={(event) => void submit(event)}>
      <Field label={t('form.password')} hint={t('form.rule')} type="password" value={password} onChange={setPassword} autoFocus autoComplete="new-password" />
      <ErrorNotice error={reset.error} />
      <div className="dialog-actions">
        <Button onClick={onClose} shortcut="Esc">{shell('cancel')}</Button>
        <Button kind="primary" submit shortcut="Enter" busy={reset.busy}>{t('reset.submit')}</Button>
      </div>
    </form>
  );
}
