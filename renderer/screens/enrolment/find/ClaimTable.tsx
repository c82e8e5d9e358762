import { compareClaim, hasDifference, type Agreement, type Claim, type ClaimRow } from '../../../../electron/core/person/find/claim.ts';
import type { Person } from '../../../../electron/core/person/person.ts';
import { useT } from '../../../app/hooks.ts';
import { Notice } from '../../../ui/index.ts';
import { shownValue } from '../check/person-value.ts';

const SIGN: Readonly<Record<Agreement, string>> = { same: '●', 'no-marks': '●', differs: '▲', moved: '○', unknown: '○' };
const TONE: Readonly<Record<Agreement, string>> = { same: 'tone-done', 'no-marks': 'tone-done', differs: 'tone-look', moved: 'muted', unknown: 'muted' };

/** What the card or the citizen says beside what the database holds, field by field. */
export function ClaimTable({ claim, person }: { readonly claim: Claim; readonly person: Person }) {
  const t = useT('find');
  const fields = useT('enrolment');
  const rows = compareClaim(claim, person);
  if (rows.length === 0) return null;
  return (
    <section className="claim" aria-label={t(`claim.title.${claim.from}`)}>
      <h2 className="find-heading">{t(`claim.title.${claim.from}`)}</h2>
      {hasDifference(rows) && <Notice tone="look" title={t('claim.differs', { count: rows.filter(({ agreement }) => agreement === 'differs').length })}>{t('claim.differs.text')}</Notice>}
      <table className="rows">
        <thead>
          <tr><th scope="col">{fields('check.column.field')}</th><th scope="col">{t(`claim.column.${claim.from}`)}</th><th scope="col">{fields('check.column.database')}</th><th scope="col">{t('claim.column.result')}</th></tr>
        </thead>
        <tbody>{rows.map((row) => <ClaimLine key={row.field} row={row} />)}</tbody>
      </table>
    </section>
  );
}

function ClaimLine({ row: { field, claimed, found, agreement } }: { readonly row: ClaimRow }) {
  const t = useT('find');
  const fields = useT('enrolment');
  const worded = (value: string): string => {
    if (value === '') return fields('empty');
    return field === 'sex' && (value === '0' || value === '1' || value === '2') ? fields(`sex.${value}`) : shownValue(field, value);
  };
  return (
    <tr className={agreement === 'differs' ? 'claim-differs' : undefined}>
      <th scope="row">{fields(`field.${field}`)}</th>
      <td>{worded(claimed)}</td>
      <td>{worded(found)}</td>
      <td className={TONE[agreement]}><span aria-hidden="true">{SIGN[agreement]} </span>{t(`agreement.${agreement}`)}</td>
    </tr>
  );
}
