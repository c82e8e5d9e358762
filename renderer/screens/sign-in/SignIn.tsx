import { useState } from 'react';
import type { Session } from '../../app/session.ts';
import { useStation } from '../../app/hooks.ts';
import { useT } from '../../i18n/i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { ThresholdFrame } from './ThresholdFrame.tsx';
import { CredentialForm } from './CredentialForm.tsx';
import { PracticeAccounts } from './PracticeAccounts.tsx';

/** Login and password; in practice mode the known accounts are one press away. */
export function SignIn({ session }: { readonly session: Session }) {
  const t = useT('signin');
  const { session: keeper, store } = useStation();
  const [login, setLogin] = useState('');
  const signIn = (name: string, password: string) => keeper.signIn(store.call, name, password);
  return (
    <ThresholdFrame session={session} aside={session.practiceAccounts.length > 0 && <PracticeAccounts accounts={session.practiceAccounts} signIn={signIn} />}>
      <h1>{t('title')}</h1>
      <CredentialForm
        submitLabel={t('submit')} ready={login.trim() !== ''} autoFocus={false} send={(password) => signIn(login.trim(), password)}
        before={<Field label={t('login')} value={login} onChange={setLogin} autoFocus maxLength={40} autoComplete="username" />}
        bar={(busy) => <Button kind="primary" submit shortcut="Enter" busy={busy}>{t('submit')}</Button>}
      />
    </ThresholdFrame>
  );
}
