import { useBoot, useSession } from './hooks.ts';
import { Workplace } from './Workplace.tsx';
import { BootScreen } from '../screens/boot/BootScreen.tsx';
import { LockScreen } from '../screens/sign-in/LockScreen.tsx';
import { FirstAdministrator } from '../screens/sign-in/FirstAdministrator.tsx';
import { SignIn } from '../screens/sign-in/SignIn.tsx';

/** What fills the window: the way in, or the workplace; a locked workplace stays alive underneath, unseen and out of reach. */
export function Stage() {
  const boot = useBoot();
  const session = useSession();
  if (boot.phase !== 'running' && session?.user == null) return <BootScreen view={boot} />;
  const held = boot.phase === 'running' ? boot.hosts.find(({ host, state }) => host === 'store-host' && (state === 'parked' || state === 'blocked')) : undefined;
  if (held !== undefined && session?.user == null) return <BootScreen view={{ phase: 'blocked', error: held.error ?? { code: 'host.parked', detail: {} } }} />;
  if (session === null) return <BootScreen view={{ phase: 'starting' }} />;
  if (session.phase === 'first-administrator') return <FirstAdministrator session={session} />;
  if (session.phase === 'sign-in' || session.user === null) return <SignIn session={session} />;
  const locked = session.phase === 'locked';
  return (
    <>
      <Workplace key={session.user.id} session={session} user={session.user} hidden={locked} />
      {locked && <LockScreen session={session} user={session.user} />}
    </>
  );
}
