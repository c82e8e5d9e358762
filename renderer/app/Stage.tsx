import { lazy, Suspense, useEffect, useState } from 'react';
import { useBoot, useSession, useStation } from './hooks.ts';
import { lastSignIn } from './last-sign-in.ts';
import { meetHosts } from './station.ts';
import { BootScreen } from '../screens/boot/BootScreen.tsx';
import { LockScreen } from '../screens/sign-in/LockScreen.tsx';
import { FirstAdministrator } from '../screens/sign-in/FirstAdministrator.tsx';
import { SignIn } from '../screens/sign-in/SignIn.tsx';

/** The sign-in screen is drawn in peace first. */
const QUIET_MS = 200;

/** A window that nobody sees paints nothing; then it is after this long. */
const NO_PICTURE_MS = 500;

/** Runs `work` once the picture that was just made stands on the screen. */
function afterPicture(work: () => void): void {
  let begun = false;
  const once = (): void => {
    if (begun) return;
    begun = true;
    work();
  };
  requestAnimationFrame(() => setTimeout(once));
  setTimeout(once, NO_PICTURE_MS);
}

const readWorkplace = async () => ({ default: (await import('./Workplace.tsx')).Workplace });
/** Everything behind the sign-in screen is a script of its own: read while the officer types, not before. */
const Workplace = lazy(readWorkplace);

/** What fills the window: the way in, or the workplace; a locked workplace stays alive underneath, unseen and out of reach. */
export function Stage() {
  const boot = useBoot();
  const session = useSession();
  const [known] = useState(lastSignIn);
  const station = useStation();
  useEffect(() => {
    if (known === null) void meetHosts(station);
    else afterPicture(() => void meetHosts(station));
  }, [station, known]);
  const waitsForPerson = session !== null;
  useEffect(() => {
    if (!waitsForPerson) return undefined;
    const soon = setTimeout(() => void readWorkplace(), QUIET_MS);
    return () => clearTimeout(soon);
  }, [waitsForPerson]);
  if ((boot.phase === 'passphrase' || boot.phase === 'blocked') && session?.user == null) return <BootScreen view={boot} />;
  const held = boot.phase === 'running' ? boot.hosts.find(({ host, state }) => host === 'store-host' && (state === 'parked' || state === 'blocked')) : undefined;
  if (held !== undefined && session?.user == null) return <BootScreen view={{ phase: 'blocked', error: held.error ?? { code: 'host.parked', detail: {} } }} />;
  if (session === null) return known === null ? <BootScreen view={{ phase: 'starting' }} /> : <SignIn session={known} opening />;
  if (session.phase === 'first-administrator') return <FirstAdministrator session={session} />;
  if (session.phase === 'sign-in' || session.user === null) return <SignIn session={session} />;
  const locked = session.phase === 'locked';
  return (
    <>
      <Suspense fallback={null}>
        <Workplace key={session.user.id} session={session} user={session.user} hidden={locked} />
      </Suspense>
      {locked && <LockScreen session={session} user={session.user} />}
    </>
  );
}
