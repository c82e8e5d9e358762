import type { Dossier } from '../../../../electron/contract/dossier.ts';
import { navigate } from '../../../app/view.ts';

/** The dossier that a call has just opened: taken over by the screen that shows it, once, so that the officer waits for one answer and not for two. */
let opened: Dossier | undefined;

export function goToOpened(dossier: Dossier): void {
  opened = dossier;
  navigate({ name: 'enrolment', dossierId: dossier.id });
}

export function takeOpened(id: string): Dossier | undefined {
  const dossier = opened?.id === id ? opened : undefined;
  opened = undefined;
  return dossier;
}
