import type { DocumentEntry } from '../../../../electron/contract/dossier.ts';
import { formatPartialDate } from '../../../../electron/core/time/format.ts';
import { useT } from '../../../app/hooks.ts';

export type DocumentTableProps = { readonly documents: readonly DocumentEntry[]; readonly onRemove?: (entry: DocumentEntry) => void };

export function DocumentTable({ documents, onRemove }: DocumentTableProps) {
  const t = useT('enrolment');
  return (
    <table className="rows">
      <thead>
        <tr>
          <th scope="col">{t('documents.kind')}</th><th scope="col">{t('documents.number')}</th>
          <th scope="col">{t('documents.issuedOn')}</th><th scope="col">{t('documents.note')}</th>
          {onRemove !== undefined && <td />}
        </tr>
      </thead>
      <tbody>
        {documents.map((entry) => (
          <tr key={entry.id}>
            <th scope="row">{t(`documents.kind.${entry.kind}`)}</th>
            <td>{entry.number}</td><td>{formatPartialDate(entry.issuedOn)}</td><td>{entry.note}</td>
            {onRemove !== undefined && (
              <td><button type="button" className="link" aria-label={`${t('documents.remove')}: ${t(`documents.kind.${entry.kind}`)}`} onClick={() => onRemove(entry)}>{t('documents.remove')}</button></td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
