import { useSyncExternalStore } from 'react';
import type { WireError } from '../../../../electron/core/errors/app-error.ts';
import type { OpenDossier } from './open-dossier.ts';

/** Why the newest change was not kept, for dialogs that cover the notices of the screen. */
export const useOpenError = (open: OpenDossier): WireError | null => useSyncExternalStore(open.subscribe, open.view).error ?? null;
