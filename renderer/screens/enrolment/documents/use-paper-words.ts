import { formatPartialDate } from '../../../../electron/core/time/format.ts';
import { useT } from '../../../app/hooks.ts';
import type { PaperRow } from './paper-rows.ts';

export const PAPER_MARK = { missing: { shape: '▲', tone: 'tone-look' }, noted: { shape: '○', tone: 'tone-now' }, photographed: { shape: '✓', tone: 'tone-done' } } as const;

/** A paper's name, and its state in words. */
export function usePaperWords() {
  const t = useT('papers');
  const words = useT('enrolment');
  return {
    name: (row: Pick<PaperRow, 'kind'>): string => words(`documents.kind.${row.kind}`),
    /** What is written on it, as far as it was noted. */
    said: ({ entry }: Pick<PaperRow, 'entry'>): string => (entry === undefined ? '' : [entry.number, formatPartialDate(entry.issuedOn), entry.note].filter((part) => part !== '').join(' · ')),
    state: ({ state, entry }: Pick<PaperRow, 'state' | 'entry'>): string => (state === 'photographed' ? t('state.photographed', { count: entry?.pages.length ?? 0 }) : t(`state.${state}`)),
  };
}
