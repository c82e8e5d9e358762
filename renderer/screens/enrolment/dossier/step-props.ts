import type { Dossier } from '../../../../electron/contract/dossier.ts';
import type { Step } from '../../../../electron/core/dossier/steps.ts';
import type { ReactNode } from 'react';
import type { OpenDossier } from './open-dossier.ts';

/** What every step of the counter is handed. */
export type StepProps = {
  readonly dossier: Dossier;
  readonly open: OpenDossier;
  /** When the last change was kept, as words; empty before the first. */
  readonly saved: ReactNode;
  /** Errors, a returned dossier, a change made elsewhere: shown above every step. */
  readonly notices: ReactNode;
  readonly goTo: (step: Step) => void;
  readonly next: () => void;
  readonly back: () => void;
};
