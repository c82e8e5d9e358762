import { useT } from '../i18n/i18n.ts';

/** Always in sight in practice mode, so that nobody takes a rehearsal for the real thing. */
export function PracticeRibbon({ practice }: { readonly practice: boolean }) {
  const t = useT('shell');
  if (!practice) return null;
  return <aside className="practice-ribbon" aria-label={t('practiceRibbon')}><strong>{t('practiceRibbon')}</strong><span>{t('practiceWords')}</span></aside>;
}
