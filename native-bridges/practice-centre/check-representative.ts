import type { CongDan } from '../../electron/contract/ngsp.ts';
import type { PopulationRequest } from '../../electron/contract/population-request.ts';
import type { PersonField } from '../../electron/core/person/person.ts';
import { isSameText } from '../../electron/core/person/text/tone-placement.ts';
import { recordNameKey } from './congdan.ts';

const NAMED_BY = { father: 'fatherName', mother: 'motherName' } as const satisfies Readonly<Record<string, PersonField>>;

/**
 * What speaks against the representative that a request names, as a sentence for the station; `undefined` where nothing does, or
 * where nobody represents: data may be put right without one, only the card waits.
 * @param record whom a number belongs to
 */
export function faultOfRepresentative(request: PopulationRequest, record: (pid: string) => CongDan | undefined): string | undefined {
  const { representation, pid } = request;
  if (representation === null) return undefined;
  if (representation.pid !== '') {
    if (representation.pid === pid) return 'Người đại diện ghi trùng số định danh với công dân được đại diện.';
    const known = record(representation.pid);
    if (known === undefined) return 'Số định danh của người đại diện không có trong CSDL.';
    if (!isSameText(recordNameKey(known), representation.name)) return 'Họ tên người đại diện không khớp với số định danh đã ghi.';
  }
  if (representation.proof === 'population-database' && !isParentOnRecord(request)) return 'CSDL không ghi người này là cha, mẹ của công dân; cần giấy tờ chứng minh quyền đại diện.';
  return undefined;
}

/** A parent that the record names, or that the same request puts right. */
function isParentOnRecord({ representation, person, corrections }: PopulationRequest): boolean {
  const relation = representation?.relation;
  if (relation !== 'father' && relation !== 'mother') return false;
  const field = NAMED_BY[relation];
  const names = [person[field], ...corrections.filter((one) => one.field === field).map(({ value }) => value)];
  return names.some((name) => name !== '' && isSameText(name, representation?.name ?? ''));
}
