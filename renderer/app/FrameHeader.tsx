import { UnstyledButton } from '@mantine/core';
import type { User } from '../../electron/contract/session.ts';
import { useT } from '../i18n/i18n.ts';
import { DeviceDot, Shape } from '../ui/index.ts';
import { AccountMenu } from './AccountMenu.tsx';
import { Clock } from './Clock.tsx';
import { useConnection, useDeviceList, useLasting, useLine, useObservable } from './hooks.ts';
import type { Session } from './session.ts';
import { PLACES, currentView, navigate, type ViewName } from './view.ts';

const PLACE_OF: Partial<Record<ViewName, ViewName>> = { enrolment: 'desk', dossier: 'desk', reception: 'receptions' };

export type FrameHeaderProps = { readonly session: Session; readonly user: User; readonly showKeys: () => void; readonly citizenWindow: () => void };

/** The top line: station, places, devices, line to the centre, person, time. Everything about state that is always in sight. */
export function FrameHeader({ session, user, showKeys, citizenWindow }: FrameHeaderProps) {
  const t = useT('shell');
  return (
    <header className="frame">
      <span className="frame-app">{t('appName')}</span>
      <span className="frame-station" title={session.station.name}>
        <span className="frame-name">{session.station.name}</span>
        <span className="frame-counter">{session.station.counter}</span>
      </span>
      <Places user={user} />
      <span className="frame-gap" />
      <Devices />
      {user.role !== 'auditor' && user.role !== 'administrator' && <Line />}
      <AccountMenu user={user} showKeys={showKeys} citizenWindow={citizenWindow} />
      <Clock />
    </header>
  );
}

function Places({ user }: { readonly user: User }) {
  const t = useT('shell');
  const view = useObservable(currentView);
  const places = PLACES[user.role];
  if (places.length < 2) return null;
  const here = PLACE_OF[view.name] ?? view.name;
  return (
    <nav className="frame-places" aria-label={t('places')}>
      {places.map((name) => (
        <UnstyledButton key={name} className="frame-place" aria-current={name === here ? 'page' : undefined} onClick={() => navigate({ name } as never)}>
          {t(`place.${name}` as 'place.desk')}
        </UnstyledButton>
      ))}
    </nav>
  );
}

function Devices() {
  const t = useT('shell');
  const devices = useDeviceList();
  // What device-host last said is no longer true while it is away.
  const away = useLasting(useConnection('devices') === 'lost');
  const now = away ? devices.map((device) => ({ ...device, state: { kind: 'lost', attempt: 0 } as const })) : devices;
  return (
    <span className="frame-devices" role="group" aria-label={t('devices')}>
      {now.length === 0 ? <span className="muted">{t('noDevices')}</span> : now.map((device) => <DeviceDot key={device.id} device={device} />)}
    </span>
  );
}

function Line() {
  const t = useT('shell');
  const line = useLine();
  if (line === null) return null;
  const words = t(line.online ? 'line.online' : 'line.offline');
  return (
    <UnstyledButton className={`frame-line ${line.online ? '' : 'tone-look'}`} title={words} onClick={() => navigate({ name: 'outbox' })}>
      <Shape name={line.online ? 'exchange' : 'triangle'} />{' '}
      {!line.online && `${words} · `}
      {t('line.waiting', { count: line.waiting })}
      {line.parked > 0 && <span className="tone-stop"> · <Shape name="square" /> {t('line.parked', { count: line.parked })}</span>}
    </UnstyledButton>
  );
}
