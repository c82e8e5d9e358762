import type { Role } from '../../electron/core/access/roles.ts';
import { Observable } from './observable.ts';

/** Where the person is. No address bar: the window has one place at a time and Esc leads back to the desk. */
export type View =
  | { readonly name: 'desk' }
  | { readonly name: 'enrolment'; readonly dossierId: string }
  | { readonly name: 'dossier'; readonly dossierId: string }
  | { readonly name: 'reception'; readonly receptionId: string }
  | { readonly name: 'receptions' }
  | { readonly name: 'review' }
  | { readonly name: 'calls' }
  | { readonly name: 'fees' }
  | { readonly name: 'outbox' }
  | { readonly name: 'audit' }
  | { readonly name: 'technician' }
  | { readonly name: 'administrator' };
export type ViewName = View['name'];

/** The first screen of each role. */
export const HOME: Readonly<Record<Role, View>> = {
  officer: { name: 'desk' },
  chief: { name: 'review' },
  technician: { name: 'technician' },
  auditor: { name: 'audit' },
  administrator: { name: 'administrator' },
};

/** The places each role may go, in the order of the frame's tabs. Store-host enforces the same, call by call. */
export const PLACES: Readonly<Record<Role, readonly ViewName[]>> = {
  officer: ['desk', 'receptions', 'calls', 'fees', 'outbox'],
  chief: ['review', 'desk', 'receptions', 'fees', 'outbox', 'audit'],
  technician: ['technician', 'outbox'],
  auditor: ['audit', 'desk', 'fees'],
  administrator: ['administrator'],
};

export const currentView = new Observable<View>({ name: 'desk' });

/** Goes somewhere. `enrolment` with dossierId `new` starts at the look-up. */
export const navigate = (view: View): void => currentView.set(view);
