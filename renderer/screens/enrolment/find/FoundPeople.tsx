import { useEffect, useRef } from 'react';
import type { Lookup } from '../../../../electron/contract/population.ts';
import { formatPartialDate } from '../../../../electron/core/time/format.ts';
import { useT } from '../../../app/hooks.ts';

export type FoundPeopleProps = { readonly lookup: Lookup; readonly index: number; readonly onIndex: (index: number) => void; readonly onEnter: () => void };

/** The people an audited look-up found: arrows choose, Enter opens. Focus comes here as soon as they are. */
export function FoundPeople({ lookup, index, onIndex, onEnter }: FoundPeopleProps) {
  const t = useT('enrolment');
  const list = useRef<HTMLDivElement>(null);
  const last = lookup.people.length - 1;
  useEffect(() => list.current?.focus(), [lookup]);
  const onKey = (event: React.KeyboardEvent): void => {
    const to = { ArrowDown: Math.min(index + 1, last), ArrowUp: Math.max(index - 1, 0), Home: 0, End: last }[event.key];
    if (to !== undefined) onIndex(to);
    // A held Enter from the search field must not open a dossier nobody looked at.
    else if (event.key === 'Enter' && !event.repeat) onEnter();
    else return;
    event.preventDefault();
  };
  return (
    <div>
      <h2 className="find-heading">{last > 0 ? t('find.several', { count: last + 1 }) : t('find.found')}</h2>
      <div ref={list} className="people" role="listbox" tabIndex={0} aria-label={t('find.several.label')} aria-activedescendant={`person-${index}`} onKeyDown={onKey}>
        {lookup.people.map((person, i) => (
          <div key={person.pid} id={`person-${i}`} role="option" aria-selected={i === index} className="person" onClick={() => onIndex(i)} onDoubleClick={onEnter}>
            <span className="person-mark" aria-hidden="true">{i === index ? '▶' : ''}</span>
            <div>
              <p className="person-name">{person.fullName}</p>
              <p>{person.pid} · {t(`sex.${person.sex === '1' || person.sex === '2' ? person.sex : '0'}`)} · {formatPartialDate(person.birthDate)}</p>
              <p className="person-place">{person.residence === '' ? t('empty') : person.residence}</p>
              <p className="person-place">{t('field.fatherName')}: {person.fatherName || t('empty')} · {t('field.motherName')}: {person.motherName || t('empty')}</p>
            </div>
          </div>
        ))}
      </div>
    </div>
  );
}
