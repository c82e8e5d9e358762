import { CENTRE_PATHS } from '../../../electron/contract/centre.ts';
import { CongDanCollection, type NgspRequest } from '../../../electron/contract/ngsp.ts';
import { searchKey } from '../../../electron/core/person/search-key.ts';
import type { PopulationAnswer, PopulationClient, PopulationSearch } from '../seams.ts';
import { toPerson } from './congdan-to-person.ts';
import { askGateway } from './gateway-http.ts';
import { headOf } from './gateway-head.ts';

const MAX_PEOPLE = 20;

/** Looks citizens up at the population gateway. Purpose and officer go with every request; nothing of it is logged here. */
export const populationClient: PopulationClient = {
  async search(centreUrl, search, signal) {
    const records = await askGateway(new URL(CENTRE_PATHS.lookUp, centreUrl), { body: toNgsp(search), reply: CongDanCollection, signal });
    const people = records.CongDan.map(toPerson).filter((person) => livesAt(person, search));
    const outcome = people.length === 0 ? 'not-found' : people.length === 1 ? 'found' : 'several';
    return { outcome, people: people.slice(0, MAX_PEOPLE) } satisfies PopulationAnswer;
  },
};

function toNgsp(search: PopulationSearch): NgspRequest {
  const head = headOf(search);
  const { query } = search;
  switch (query.by) {
    case 'pid': return { ...head, SoDinhDanh: query.pid };
    case 'old-id': return { ...head, SoCMND: query.oldIdNumber };
    case 'name': return { ...head, HoVaTen: query.fullName.normalize('NFC'), NgayThangNamSinh: query.birthDate };
  }
}

/** The gateway can't be asked for a place; where the officer named one, it narrows what came back. */
const livesAt = (person: { readonly residence: string; readonly currentAddress: string }, { query }: PopulationSearch): boolean =>
  query.by !== 'name' || searchKey(`${person.residence} ${person.currentAddress}`).includes(searchKey(query.residence));
