import type { Reception } from '../../../electron/contract/reception.ts';
import type { FormFacts, FormInput } from '../../../electron/core/forms/form-facts.ts';
import { representativeFacts } from './dossier-facts.ts';

/** The form of a reception that opened no card dossier: DC02, DC01 or CC03. @param station name of the police station */
export function receptionForms(reception: Reception, station: string): readonly FormInput[] {
  const facts: FormFacts = {
    number: reception.number, receivedOn: reception.receivedOn, station, officerName: reception.officerName, person: reception.person, representative: representativeFacts(reception.representation),
  };
  switch (reception.outcome) {
    case 'adjust': {
      const wrong = reception.corrections.map(({ field, value }) => ({ field, database: reception.person[field], right: value }));
      return [{ job: 'adjustment-request', facts: { ...facts, wrong, note: reception.evidence, dueOn: reception.dueOn ?? '' } }];
    }
    case 'create': return [{ job: 'population-collection', facts }];
    case 'refuse': return [{ job: 'refusal', facts: { ...facts, kind: reception.kind, reasons: reception.reasons, explained: reception.text } }];
  }
}
