import { randomUUID } from 'node:crypto';
import type { Handlers } from '../../../electron/contract/call.ts';
import type { populationContract } from '../../../electron/contract/population.ts';
import { AppError } from '../../../electron/core/errors/app-error.ts';
import { isPartialDate } from '../../../electron/core/person/field-rules.ts';
import { EMPTY_PERSON, type Person } from '../../../electron/core/person/person.ts';
import type { FaceClient, PopulationAnswer, PopulationClient, PopulationSearch } from '../seams.ts';
import type { PageContext } from '../station/page-context.ts';
import type { Station } from '../station/station.ts';
import { acting, isoNow } from './acting.ts';
import { parsePerson } from './parse-person.ts';

/** The client has its own time-out; this one only ends a client that forgot. */
const GIVE_UP_MS = 20_000;
const MAX_PEOPLE = 20;

export type Centre = { readonly url: () => Promise<string | undefined>; readonly population: PopulationClient; readonly faces: FaceClient };

/** Every look-up is kept and audited with its purpose, the failed ones too: who asked about whom is the auditor's question. */
export const populationHandlers = (station: Station, centre: Centre): Omit<Handlers<typeof populationContract, PageContext>, 'population.last-face'> => ({
  'population.search': async ({ purpose, query }, context) => {
    const officer = acting(context).user;
    const search: PopulationSearch = { purpose, officerLogin: officer.login, requestId: randomUUID(), query };
    const answer = await ask(centre, search).catch((error: unknown) => {
      const code = error instanceof AppError ? error.code : 'ipc.internal';
      station.audit.note({ who: officer.login, action: 'population.search-failed', subject: search.requestId, detail: `${purpose}; by ${query.by}; ${code}` });
      throw error;
    });
    const people = answer.people.slice(0, MAX_PEOPLE).map((person) => ({ ...EMPTY_PERSON, ...person }));
    station.sql.write(() => {
      station.lookups.insert({ id: search.requestId, at: isoNow(station), officerId: officer.id, purpose, query, outcome: answer.outcome, people });
      station.knownCitizens.remember(people, isoNow(station));
      const found = people.map(({ pid }) => pid).join(' ');
      station.audit.note({ who: officer.login, action: 'population.search', subject: search.requestId, detail: `${purpose}; by ${query.by}; ${answer.outcome}; ${found}` });
    });
    return { lookupId: search.requestId, outcome: answer.outcome, people };
  },

  'population.identify-offline': ({ purpose, query, person }, context) => {
    const officer = acting(context).user;
    const known = person === null ? station.knownCitizens.find(query).slice(0, MAX_PEOPLE) : [{ person: typedPerson(person), seenAt: null }];
    const identification = person === null ? 'cached' : 'manual';
    const lookupId = randomUUID();
    const people = known.map((one) => one.person);
    station.sql.write(() => {
      station.lookups.insert({ id: lookupId, at: isoNow(station), officerId: officer.id, purpose, query, outcome: identification, people });
      station.audit.note({ who: officer.login, action: 'population.identify-offline', subject: lookupId, detail: `${purpose}; by ${query.by}; ${identification}; ${people.map(({ pid }) => pid).join(' ')}` });
    });
    return { lookupId, outcome: people.length === 0 ? 'not-found' : people.length === 1 ? 'found' : 'several', people, identification, seenAt: known[0]?.seenAt ?? null };
  },
});

/** @throws {AppError} dossier.bad-field */
function typedPerson(person: Person): Person {
  const parsed = parsePerson(person);
  if (parsed.fullName === '' || !isPartialDate(parsed.birthDate)) throw new AppError('dossier.bad-field', { field: parsed.fullName === '' ? 'fullName' : 'birthDate' });
  return parsed;
}

async function ask(centre: Centre, search: PopulationSearch): Promise<PopulationAnswer> {
  const url = await centre.url();
  if (url === undefined) throw new AppError('population.offline');
  return centre.population.search(url, search, AbortSignal.timeout(GIVE_UP_MS));
}
