import { formatTime } from '../../../../electron/core/time/format.ts';
import { useLasting, useT } from '../../../app/hooks.ts';
import type { OpenDossier } from './open-dossier.ts';
import { useBusy } from './use-open-dossier.ts';

/** That a change is being saved, where it takes long enough to be noticed, or when the last one was kept. */
export function SavedMark({ open, savedAtMs }: { readonly open: OpenDossier; readonly savedAtMs: number | undefined }) {
  const t = useT('enrolment');
  if (useLasting(useBusy(open))) return t('saving');
  return savedAtMs === undefined ? null : <span className="saved">✓ {t('saved', { time: formatTime(savedAtMs) })}</span>;
}
