import { PID_PREFIXES } from '../pid-prefixes.ts';
import { isSameText } from '../text/tone-placement.ts';
import { findProvince } from './provinces.ts';

/** The two systems in which a number names a place. They look alike and differ, so a bare number never names one. */
export type PlaceCode = { readonly system: 'pid-prefix' | 'unit-2025'; readonly code: string };

/** Name of the place that a code of a stated system names. */
export const placeName = ({ system, code }: PlaceCode): string | undefined => (system === 'pid-prefix' ? PID_PREFIXES[code] : findProvince(code)?.name);

export type Collision = { readonly prefix: string; readonly prefixName: string; readonly unitCode: string; readonly unitName: string };

/** PID prefixes whose number is also the code of a present-day province with another name. Derived from both lists. */
export const COLLISIONS: readonly Collision[] = Object.entries(PID_PREFIXES).flatMap(([prefix, prefixName]) => {
  const unit = findProvince(prefix.slice(1));
  return unit === undefined || isOneName(prefixName, unit.name) ? [] : [{ prefix, prefixName, unitCode: unit.code, unitName: unit.name }];
});

/** "Thừa Thiên Huế" became "Huế", "TP Hồ Chí Minh" is written without "TP" here. */
function isOneName(former: string, present: string): boolean {
  return isSameText(former, present) || isSameText(former.split(' ').slice(-present.split(' ').length).join(' '), present);
}
