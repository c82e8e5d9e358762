import type { Dossier } from '../../../../electron/contract/dossier.ts';
import { formatPartialDate } from '../../../../electron/core/time/format.ts';
import { useT } from '../../../app/hooks.ts';
import { paperRows } from './paper-rows.ts';
import { PAPER_MARK, usePaperWords } from './use-paper-words.ts';

/** What the case demands and what was shown, to read; `none` stands there where it is nothing. */
export function PapersTable({ dossier, none }: { readonly dossier: Dossier; readonly none: string }) {
  const t = useT('enrolment');
  const papers = useT('papers');
  const words = usePaperWords();
  const rows = paperRows(dossier);
  if (rows.length === 0) return <p className="muted">{none}</p>;
  return (
    <table className="rows">
      <thead>
        <tr>
          <th scope="col">{t('documents.kind')}</th><th scope="col">{papers('pages')}</th><th scope="col">{t('documents.number')}</th>
          <th scope="col">{t('documents.issuedOn')}</th><th scope="col">{t('documents.note')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <th scope="row">{words.name(row)}</th>
            <td className={PAPER_MARK[row.state].tone}><span aria-hidden="true">{PAPER_MARK[row.state].shape} </span>{words.state(row)}</td>
            <td>{row.entry?.number}</td><td>{formatPartialDate(row.entry?.issuedOn ?? '')}</td><td>{row.entry?.note}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
