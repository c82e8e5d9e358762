import type { Dossier } from '../../../../electron/contract/dossier.ts';
import { useT } from '../../../app/hooks.ts';
import { paperRows } from './paper-rows.ts';
import { PAPER_MARK, usePaperWords } from './use-paper-words.ts';

/** What the case demands and what was shown, to read, with what is missing said first; `none` stands there where it is nothing. */
export function PapersTable({ dossier, none }: { readonly dossier: Dossier; readonly none: string }) {
  const t = useT('papers');
  const words = usePaperWords();
  const rows = paperRows(dossier);
  const missing = rows.filter(({ state }) => state === 'missing');
  if (rows.length === 0) return <p className="muted">{none}</p>;
  return (
    <>
      {missing.length > 0 && <p className="tone-look">▲ {t('missing', { papers: missing.map(words.name).join(', ') })}</p>}
      <table className="rows">
        <thead><tr><th scope="col">{t('column.paper')}</th><th scope="col">{t('pages')}</th><th scope="col">{t('column.said')}</th></tr></thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">{words.name(row)}</th>
              <td className={PAPER_MARK[row.state].tone}><span aria-hidden="true">{PAPER_MARK[row.state].shape} </span>{words.state(row)}</td>
              <td>{words.said(row)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
