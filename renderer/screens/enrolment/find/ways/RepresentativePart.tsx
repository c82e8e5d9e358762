import '../../../procedure/procedure.css';
import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import type { Representation } from '../../../../../electron/contract/procedure-facts.ts';
import { isPartialDate } from '../../../../../electron/core/person/field-rules.ts';
import type { Person } from '../../../../../electron/core/person/person.ts';
import { applicantFindings } from '../../../../../electron/core/procedure/applicants.ts';
import { localDay } from '../../../../../electron/core/time/format.ts';
import { useT } from '../../../../app/hooks.ts';
import { Notice } from '../../../../ui/index.ts';
import { RepresentationFields, isRepresentationReady, proposedRepresentation, settledRepresentation } from '../../../procedure/RepresentationFields.tsx';

type About = Pick<Person, 'birthDate' | 'fatherName' | 'motherName' | 'phone'>;

/** Whether the law of today lets somebody speak and sign for a person of this age. */
function needsRepresentative(birthDate: string): boolean {
  if (!isPartialDate(birthDate)) return false;
  const { rule } = applicantFindings({ birthDate, receivedOn: localDay(Date.now()), representation: 'none', limitedCapacity: false });
  return rule.applicant === 'representative' || rule.applicant === 'citizen-with-representative';
}

export type RepresentativeEntry = {
  /** What goes with the reception; null where the citizen speaks for themselves. */
  readonly value: Representation | null;
  readonly ready: boolean;
  readonly isChild: boolean;
  readonly entry: Representation | undefined;
  readonly put: (entry: Representation | undefined) => void;
};

/** The representative of somebody at the ways on; asked for by itself where the person is a child, otherwise by a tick. */
export function useRepresentative(person: About): RepresentativeEntry {
  const isChild = needsRepresentative(person.birthDate);
  // `null`: nobody touched it yet; `undefined`: the officer took it away.
  const [typed, setTyped] = useState<Representation | null | undefined>(null);
  const entry = typed === null ? (isChild ? proposedRepresentation(person) : undefined) : typed;
  return { value: entry === undefined ? null : settledRepresentation(entry), ready: entry === undefined || isRepresentationReady(entry), isChild, entry, put: setTyped };
}

/** Who came with the citizen and signs the form. A child without one is told of, not turned away: the card waits for it, the data don't. */
export function RepresentativePart({ of: { entry, isChild, put }, person }: { readonly of: RepresentativeEntry; readonly person: About }) {
  const t = useT('procedure');
  const forms = useT('forms');
  return (
    <fieldset className="way-representative">
      <legend className="only-spoken">{t('representation.title')}</legend>
      <Checkbox label={forms('way.representative')} checked={entry !== undefined} onChange={(event) => put(event.currentTarget.checked ? proposedRepresentation(person) : undefined)} />
      {entry === undefined && isChild && <Notice tone="look" title={forms('way.representative.child')} />}
      {entry !== undefined && <RepresentationFields entry={entry} parents={person} onChange={put} />}
    </fieldset>
  );
}
