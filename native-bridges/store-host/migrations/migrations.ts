import { FIRST_SCHEMA } from './010-first-schema.ts';
import { REVIEW_QUEUE } from './020-review-queue.ts';
import { PROCEDURE } from './030-procedure.ts';
import { ATTEMPT_ANALYSIS } from './031-attempt-analysis.ts';
import { DERIVED_IMAGES } from './032-derived-images.ts';
import { FORMS_AND_PAGES } from './033-forms-and-pages.ts';
import { DEVICE_HEALTH } from './035-device-health.ts';
import { PAPER_PAGES } from './040-paper-pages.ts';
import { FEE_DAY } from './043-fee-day.ts';
import { LAST_FACES } from './046-last-faces.ts';
import { ATTEMPT_RECORD } from './052-attempt-record.ts';
import { VOID_REFUSALS } from './056-void-refusals.ts';

/** `sql` is never changed after a release: its checksum is in every database. A change is a new migration, numbered upwards with gaps. */
export type Migration = { readonly id: number; readonly name: string; readonly sql: string };

export const MIGRATIONS: readonly Migration[] = [
  { id: 10, name: 'first schema', sql: FIRST_SCHEMA },
  { id: 20, name: 'review queue', sql: REVIEW_QUEUE },
  { id: 30, name: 'procedure', sql: PROCEDURE },
  { id: 31, name: 'attempt analysis', sql: ATTEMPT_ANALYSIS },
  { id: 32, name: 'derived images', sql: DERIVED_IMAGES },
  { id: 33, name: 'forms and pages', sql: FORMS_AND_PAGES },
  { id: 35, name: 'device health', sql: DEVICE_HEALTH },
  { id: 40, name: 'paper pages', sql: PAPER_PAGES },
  { id: 43, name: 'fee day', sql: FEE_DAY },
  { id: 46, name: 'last faces', sql: LAST_FACES },
  { id: 52, name: 'attempt record', sql: ATTEMPT_RECORD },
  { id: 56, name: 'void refusals', sql: VOID_REFUSALS },
];

export const newestMigration = (): number => MIGRATIONS.at(-1)!.id;
