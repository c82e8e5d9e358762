import type { Form } from '../procedure/forms.ts';
import { collectionRecord } from './collection-record.ts';
import { DAY_SHEET_TITLE, daySheet } from './day-sheet.ts';
import type { FormInput } from './form-facts.ts';
import type { FormSheet } from './form-sheet.ts';
import { populationCollection } from './population-collection.ts';
import { refusal } from './refusal.ts';
import { adjustmentRequest, cardRequest, formerAdjustment, formerApplication } from './requests.ts';
import { formOfJob } from './sheet-frame.ts';

/** A sheet with the name of its template; `own` is the station's own paper, which no circular sets. */
export type DraftedForm = { readonly sheet: FormSheet; readonly title: string; readonly layout: Form['layout'] | 'own' };

/** The sheet for a job in the template of the day of reception; `undefined` where no form of that day did it. */
export function draftForm(input: FormInput): DraftedForm | undefined {
  if (input.job === 'fee-day') return { sheet: daySheet(input.facts), title: DAY_SHEET_TITLE, layout: 'own' };
  const form = formOfJob(input.job, input.facts.receivedOn);
  return form === undefined ? undefined : { sheet: layOut(form, input), title: form.title, layout: form.layout };
}

function layOut(form: Form, input: Exclude<FormInput, { readonly job: 'fee-day' }>): FormSheet {
  switch (input.job) {
    case 'collection-record': return collectionRecord(form, input.facts);
    case 'card-request': return form.meaning === 'application' ? formerApplication(form, input.facts) : cardRequest(form, input.facts);
    case 'population-collection': return populationCollection(form, input.facts);
    case 'adjustment-request': return form.meaning === 'population-adjustment' ? formerAdjustment(form, input.facts) : adjustmentRequest(form, input.facts);
    case 'refusal': return refusal(form, input.facts);
  }
}
