import type { User } from '../../../electron/contract/session.ts';
import type { Session } from '../../app/session.ts';
import { useStation } from '../../app/hooks.ts';
import { useT } from '../../i18n/i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { CredentialForm } from './CredentialForm.tsx';
import { ThresholdFrame } from './ThresholdFrame.tsx';

/** Over the workplace: same person, same step after the password. */
export function LockScreen({ session, user }: { readonly session: Session; readonly user: User }) {
  const t = useT('signin');
  const states = useT('states');
  const { session: keeper, store } = useStation();
  return (
    <div className="lock-screen">
      <ThresholdFrame session={session}>
        <h1>{t('lock.title')}</h1>
        <p className="lock-person"><strong>{user.displayName}</strong><span className="muted">{states(`role.${user.role}`)}</span></p>
        <p className="muted">{t('lock.words')}</p>
        <CredentialForm
          submitLabel={t('lock.submit')} send={(password) => keeper.unlock(store.call, password)}
          bar={(busy) => (
            <>
              <Button onClick={() => void keeper.signOut(store.call)}>{t('lock.other')}</Button>
              <Button kind="primary" submit shortcut="Enter" busy={busy}>{t('lock.submit')}</Button>
            </>
          )}
        />
      </ThresholdFrame>
    </div>
  );
}
