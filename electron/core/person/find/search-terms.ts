import { err, ok, type Result } from '../../result/result.ts';
import type { PartialDate } from '../person.ts';
import type { Recognised } from './recognise.ts';

/** What the population database is asked (NGSP: SoDinhDanh, SoCMND, or HoVaTen with NgayThangNamSinh). */
export type SearchTerms =
  | { readonly by: 'pid'; readonly pid: string }
  | { readonly by: 'old-id'; readonly oldIdNumber: string }
  | { readonly by: 'name'; readonly fullName: string; readonly birthDate: PartialDate; readonly residence: string };

/** Why what stands in the box is no question yet. Each is a translation key. */
export type SearchProblem = 'empty' | 'digits' | 'unread' | 'birth-missing' | 'birth-bad';

/** The gateway takes a hundred letters of a name. Source: public NGSP look-up service, HoVaTen(100). */
const MAX_NAME = 100;
const MAX_RESIDENCE = 300;

/** Fields beside the box, used where it holds a name alone: `birth` is '' when empty and `undefined` when it is no date. */
export type Beside = { readonly birth: PartialDate | '' | undefined; readonly residence: string };

export function searchTerms(recognised: Recognised, beside: Beside): Result<SearchTerms, SearchProblem> {
  switch (recognised.kind) {
    case 'empty': return err('empty');
    case 'digits': return err('digits');
    case 'unread': return err('unread');
    case 'card': return ok({ by: 'pid', pid: recognised.card.pid });
    case 'mrz': return ok({ by: 'pid', pid: recognised.reading.pid });
    case 'pid': return ok({ by: 'pid', pid: recognised.digits });
    case 'old-id': return ok({ by: 'old-id', oldIdNumber: recognised.digits });
    case 'name': {
      const birthDate = recognised.birthDate === '' ? beside.birth : recognised.birthDate;
      if (birthDate === undefined) return err('birth-bad');
      if (birthDate === '') return err('birth-missing');
      const residence = (recognised.residence === '' ? beside.residence : recognised.residence).slice(0, MAX_RESIDENCE);
      return ok({ by: 'name', fullName: recognised.fullName.slice(0, MAX_NAME), birthDate, residence });
    }
  }
}
