import { useState } from 'react';
import type { Dossier } from '../../../electron/contract/dossier.ts';
import { PERSON_FIELDS, differingFields, type PersonField } from '../../../electron/core/person/person.ts';
import { useT } from '../../app/hooks.ts';
import { compare, shownValue } from '../enrolment/check/person-value.ts';

/** The citizen's data; where the dossier says something else than the database both are shown, marked by shape, word and colour. */
export function PersonComparison({ dossier }: { readonly dossier: Pick<Dossier, 'person' | 'databasePerson'> }) {
  const t = useT('review');
  const words = useT('enrolment');
  const [onlyDifferences, setOnlyDifferences] = useState(false);
  const { person, databasePerson } = dossier;
  const differing = differingFields(databasePerson, person);
  const worded = (field: PersonField, value: string): string => {
    if (value === '') return words('empty');
    return field === 'sex' && (value === '0' || value === '1' || value === '2') ? words(`sex.${value}`) : shownValue(field, value);
  };
  const shown = PERSON_FIELDS.filter((field) => (onlyDifferences ? differing.includes(field) : person[field] !== '' || databasePerson[field] !== ''));
  return (
    <section className="person-data" aria-label={t('section.person')}>
      <header className="section-head">
        <h2>{t('section.person')}</h2>
        <span className={differing.length > 0 ? 'tone-look' : 'tone-done'}>{differing.length > 0 ? t('person.differences', { count: differing.length }) : t('person.no-differences')}</span>
        {differing.length > 0 && (
          <label className="toggle"><input type="checkbox" checked={onlyDifferences} onChange={(event) => setOnlyDifferences(event.currentTarget.checked)} />{t('person.only-differences')}</label>
        )}
      </header>
      <table className="rows">
        <thead className="only-spoken"><tr><th scope="col">{words('check.column.field')}</th><th scope="col">{words('check.column.entered')}</th></tr></thead>
        <tbody>
          {shown.map((field) => {
            const state = compare(databasePerson, person, field);
            return (
              <tr key={field} className={`compare-${state}`}>
                <th scope="row">{words(`field.${field}`)}</th>
                <td>
                  {worded(field, person[field])}
                  {state === 'differs' && <p className="compare-other"><span className="tone-look">▲ {words('check.differs')}</span> · {words('check.column.database')}: {worded(field, databasePerson[field])}</p>}
                  {state === 'added' && <p className="compare-other"><span className="tone-now">+ {words('check.added')}</span></p>}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
