import { UnstyledButton } from '@mantine/core';
import type { Reply } from '../../../electron/contract/call.ts';
import type { Session } from '../../app/session.ts';
import { useCall } from '../../app/hooks.ts';
import { useT } from '../../i18n/i18n.ts';
import { ErrorNotice } from '../../ui/Notice.tsx';

type Account = Session['practiceAccounts'][number];
export type PracticeAccountsProps = { readonly accounts: readonly Account[]; readonly signIn: (login: string, password: string) => Promise<Reply<unknown>> };

/** The known accounts of practice mode, a row each; none yet while the store is opening. */
export function PracticeAccounts({ accounts, signIn }: PracticeAccountsProps) {
  const t = useT('signin');
  const states = useT('states');
  const call = useCall((account: Account) => signIn(account.login, account.password));
  return (
    <section className="practice-accounts" aria-label={t('practice.title')}>
      <h2>{t('practice.title')}</h2>
      <p className="muted">{t('practice.words')}</p>
      {accounts.length > 0 && <ul>
        {accounts.map((account) => (
          <li key={account.login}>
            <UnstyledButton className="practice-row" disabled={call.busy} onClick={() => void call.run(account)}>
              <span className="practice-role">{states(`role.${account.role}`)}</span>
              <span>{account.displayName}</span>
              <span className="practice-login">{account.login} · {account.password}</span>
            </UnstyledButton>
          </li>
        ))}
      </ul>}
      <ErrorNotice error={call.error} />
    </section>
  );
}
