import { useState } from 'react';
import type { Session } from '../../app/session.ts';
import { useCall, useStation } from '../../app/hooks.ts';
import { useT } from '../../i18n/i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorNotice } from '../../ui/Notice.tsx';
import { Field } from '../../ui/Field.tsx';
import { ThresholdFrame } from './ThresholdFrame.tsx';

/** A new station: somebody must be able to make accounts. */
export function FirstAdministrator({ session }: { readonly session: Session }) {
  const t = useT('signin');
  const { session: keeper, store } = useStation();
  const [displayName, setDisplayName] = useState('');
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const create = useCall((account: { login: string; displayName: string; password: string }) => keeper.createAdministrator(store.call, account));
  const complete = displayName.trim() !== '' && login.trim() !== '' && password !== '' && password === again;
  const differs = again !== '' && again !== password;
  return (
    <ThresholdFrame session={session}>
      <h1>{t('first.title')}</h1>
      <p className="muted">{t('first.words')}</p>
      <form
        className="credentials" aria-label={t('first.title')}
        onSubmit={(event) => {
          event.preventDefault();
          if (complete) void create.run({ login: login.trim(), displayName: displayName.trim(), password });
        }}
      >
        <Field label={t('first.name')} value={displayName} onChange={setDisplayName} autoFocus maxLength={100} />
        <Field label={t('login')} value={login} onChange={setLogin} maxLength={40} autoComplete="username" />
        <Field label={t('password')} hint={t('first.rule')} type="password" value={password} onChange={setPassword} autoComplete="new-password" />
        <Field label={t('first.again')} type="password" value={again} onChange={setAgain} autoComplete="new-password" error={differs ? t('first.differs') : null} />
        <ErrorNotice error={create.error} />
        <div className="boot-actions"><Button kind="primary" submit shortcut="Enter" busy={create.busy}>{t('first.submit')}</Button></div>
      </form>
    </ThresholdFrame>
  );
}
