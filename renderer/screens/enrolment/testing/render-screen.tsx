import { MantineProvider } from '@mantine/core';
import { render, type RenderResult } from '@testing-library/react';
import type { ReactNode } from 'react';
import type { Role } from '../../../../electron/core/access/roles.ts';
import { StationContext } from '../../../app/hooks.ts';
import { Observable } from '../../../app/observable.ts';
import { CameraPresence } from '../../../camera/camera-presence.ts';
import type { Station } from '../../../app/station.ts';
import { startI18n } from '../../../i18n/i18n.ts';
import { OFFICER_ID } from './sample-dossier.ts';
import type { TestCounter } from './test-counter.ts';
import { standInMatchMedia } from '../../../testing/match-media.ts';

const callsOf = (counter: TestCounter): unknown => new Proxy({}, { get: (_, name) => (input: never) => counter.answer(String(name), input) });

const sessionOf = (role: Role) => ({
  phase: 'open' as const, practice: true, practiceAccounts: [], station: { name: 'Công an phường Giảng Võ', counter: 'Quầy 2' }, idleLockMs: 300_000,
  user: { id: OFFICER_ID, login: 'thu', displayName: 'Người thử', role, active: true, lastSignInAt: null },
});

/** A station whose hosts are the counter in memory. */
export function stationOn(counter: TestCounter, role: Role): Station {
  const deviceList = new Observable(counter.devices.list);
  counter.devices.onList = (list) => deviceList.set(list);
  const host = { call: callsOf(counter), on: counter.on.bind(counter), state: new Observable('open') };
  return { store: host, devices: host, deviceList, camera: new CameraPresence(undefined), line: new Observable(null), session: { view: new Observable(sessionOf(role)) } } as unknown as Station;
}

/** Renders a screen as the person of `role` meets it. jsdom lacks layout; what is asked of it is stood in for here. */
export function renderScreen(screen: ReactNode, counter: TestCounter, role: Role = 'officer'): RenderResult {
  void startI18n();
  standInMatchMedia();
  URL.createObjectURL = () => 'blob:test';
  URL.revokeObjectURL = () => undefined;
  Element.prototype.scrollTo ??= () => undefined;
  return render(<MantineProvider withCssVariables={false} withGlobalClasses={false}><StationContext value={stationOn(counter, role)}>{screen}</StationContext></MantineProvider>);
}
