import type { Ref } from 'react';
import type { DocumentEntry } from '../../../../electron/contract/paper.ts';
import { useT } from '../../../app/hooks.ts';
import { PaperFields, type PaperWords } from './PaperFields.tsx';
import type { PaperRow } from './paper-rows.ts';
import { usePaperWords } from './use-paper-words.ts';

export type PaperDetailsProps = { readonly row: PaperRow; readonly numberField: Ref<HTMLInputElement>; readonly onSave: (words: PaperWords) => Promise<boolean>; readonly onRemove: (entry: DocumentEntry) => void };

/** The chosen paper: why it is asked for, what may stand for it, what is written on it. */
export function PaperDetails({ row, numberField, onSave, onRemove }: PaperDetailsProps) {
  const t = useT('papers');
  const words = useT('enrolment');
  const { name } = usePaperWords();
  const { demand, entry } = row;
  const instead = demand?.instead.map((kind) => words(`documents.kind.${kind}`)).join(', ') ?? '';
  return (
    <section className="paper-details" aria-label={name(row)}>
      <header className="paper-head">
        <h2>{name(row)}</h2>
        {entry !== undefined && <button type="button" className="link" onClick={() => onRemove(entry)}>{t('remove')}</button>}
      </header>
      <p className="muted">
        {demand === undefined ? t('reason.shown') : t(`reason.${demand.reason}`)}
        {demand !== undefined && instead !== '' && ` ${t('instead', { instead })}`}
        {demand?.mark === 'unverified' && <span className="tone-look"> ▲ {t('unverified')}</span>}
      </p>
      <PaperFields row={row} numberField={numberField} onSave={onSave} />
    </section>
  );
}
