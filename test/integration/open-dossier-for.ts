import type { Dossier } from '../../electron/contract/dossier.ts';
import type { IssueKind } from '../../electron/core/dossier/steps.ts';
import type { Person } from '../../electron/core/person/person.ts';
import { PERSON, type StationFixture } from './station-fixture.ts';
import { must, type Calls } from './store-harness.ts';

/** What a call about a dossier names: which, and in which version it was seen. */
export const target = ({ id, version }: Dossier): { id: string; version: number } => ({ id, version });

type Case = { readonly birthDate: string; readonly kind: IssueKind; readonly person?: Partial<Person> };

/** Opens a dossier for somebody born on a day. The station's clock stands at 13/4/2026. */
export async function openDossierFor(fixture: StationFixture, officer: Calls, { birthDate, kind, person }: Case): Promise<Dossier> {
  fixture.people = [{ ...PERSON, birthDate, ...person }];
  const { lookupId } = must(await officer['population.search']({ purpose: kind, query: { by: 'pid', pid: PERSON.pid } }));
  return must(await officer['dossier.open']({ lookupId, index: 0, kind, supersedes: null }));
}
