import type { DaySheetFacts } from './day-sheet.ts';
import type { Finger, MissingReason, CaptureSlot } from '../dossier/capture-slots.ts';
import type { ReturnReason } from '../dossier/return-reasons.ts';
import type { IssueKind } from '../dossier/steps.ts';
import type { Person, PersonField } from '../person/person.ts';
import type { GroundId } from '../procedure/issue-grounds.ts';

/** What every form needs to know. Text is NFC; days are `YYYY-MM-DD` in Vietnam. */
export type FormFacts = {
  /** What people call the dossier or reception. */
  readonly number: string;
  /** Pins the template: a form is the one of the day on which the citizen came. */
  readonly receivedOn: string;
  readonly station: string;
  readonly officerName: string;
  readonly person: Person;
  readonly representative: RepresentativeFacts | null;
};

export type RepresentativeFacts = { readonly fullName: string; readonly pid: string; readonly relation: string; readonly proof: string };
export type FeeFacts = { readonly amountDong: number; readonly explained: string; readonly receiptNumber: string };
export type MissingFact = { readonly finger: Finger; readonly reason: MissingReason; readonly permanent: boolean; readonly note: string };

/** The whole of a dossier, as the collection record shows it. */
export type CollectionFacts = FormFacts & {
  readonly kind: IssueKind;
  readonly ground: GroundId | null;
  readonly slots: readonly CaptureSlot[];
  readonly missing: readonly MissingFact[];
  /** Last face and prints are used again: nothing was taken. */
  readonly reusesLast: boolean;
  /** Of the card whose face and prints are used again, `YYYY-MM-DD`; `''` = not known. */
  readonly lastCardIssuedOn: string;
  readonly portraitSha256: string;
  readonly documents: readonly { readonly kind: string; readonly number: string; readonly issuedOn: string; readonly pages: number }[];
  readonly fee: FeeFacts | null;
};

/** A field that is wrong in the population database, with what is right. */
export type WrongField = { readonly field: PersonField; readonly database: string; readonly right: string };
export type AdjustmentFacts = FormFacts & { readonly wrong: readonly WrongField[]; readonly note: string; readonly dueOn: string };
export type RefusalFacts = FormFacts & { readonly kind: IssueKind | null; readonly reasons: readonly ReturnReason[]; readonly explained: string };
export type CardRequestFacts = FormFacts & { readonly kind: IssueKind; readonly ground: GroundId | null };

/** Jobs that a form does, whatever its code was on the day. */
export const FORM_JOBS = ['collection-record', 'card-request', 'population-collection', 'adjustment-request', 'refusal', 'fee-day'] as const;
export type FormJob = (typeof FORM_JOBS)[number];

export type FormInput =
  | { readonly job: 'collection-record'; readonly facts: CollectionFacts }
  | { readonly job: 'card-request'; readonly facts: CardRequestFacts }
  | { readonly job: 'population-collection'; readonly facts: FormFacts }
  | { readonly job: 'adjustment-request'; readonly facts: AdjustmentFacts }
  | { readonly job: 'refusal'; readonly facts: RefusalFacts }
  | { readonly job: 'fee-day'; readonly facts: DaySheetFacts };
