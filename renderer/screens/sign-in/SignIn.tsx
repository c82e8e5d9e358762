import { useState } from 'react';
import type { Session } from '../../app/session.ts';
import { useLasting, useStation } from '../../app/hooks.ts';
import { useT } from '../../i18n/i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Progress } from '../../ui/Progress.tsx';
import { ThresholdFrame } from './ThresholdFrame.tsx';
import { CredentialForm } from './CredentialForm.tsx';
import { PracticeAccounts } from './PracticeAccounts.tsx';

/** A store usually opens while somebody types a login; a line that comes and goes would only disturb. */
const SLOW_MS = 2_000;

type SignInProps = {
  readonly session: Session;
  /** The store is still opening: the form takes typing, and what is sent waits for it. */
  readonly opening?: boolean;
};

/** Login and password; in practice mode the known accounts are one press away. */
export function SignIn({ session, opening = false }: SignInProps) {
  const t = useT('signin');
  const slow = useLasting(opening, SLOW_MS);
  const { session: keeper, store } = useStation();
  const [login, setLogin] = useState('');
  const signIn = (name: string, password: string) => keeper.signIn(store.call, name, password);
  return (
    <ThresholdFrame session={session} aside={(session.practiceAccounts.length > 0 || (opening && session.practice)) && <PracticeAccounts accounts={session.practiceAccounts} signIn={signIn} />}>
      <h1>{t('title')}</h1>
      {slow && <Progress label={t('opening')} />}
      <CredentialForm
        submitLabel={t('submit')} ready={login.trim() !== ''} autoFocus={false} send={(password) => signIn(login.trim(), password)}
        before={<Field label={t('login')} value={login} onChange={setLogin} autoFocus maxLength={40} autoComplete="username" />}
        bar={(busy) => <Button kind="primary" submit shortcut="Enter" busy={busy}>{t('submit')}</Button>}
      />
    </ThresholdFrame>
  );
}
