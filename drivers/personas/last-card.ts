import { likenessOf } from '../../electron/core/device/sitter.ts';
import { birthdayAt, completedYears } from '../../electron/core/procedure/age.ts';
import type { Raster } from '../contract/driver.ts';
import type { Citizen } from './citizens.ts';
import { drawPortrait } from './portrait.ts';

/** Cards with a chip are issued since then; everybody who had one before has had it exchanged. */
const FIRST_YEAR = 2021;
const YEARS = 4;
/** The youngest who had to have a card before July 2024. */
const FROM_AGE_YEARS = 14;
/** The youngest got theirs by the end of the year before the reference year of the synthetic citizens. */
const LAST_DAY = '2025-12-31';
/** One in so many never had a card. */
const NONE_OF = 12;
/** As the register keeps faces: 3×4, a few kilobytes. */
const REGISTER_PX = { widthPx: 360, heightPx: 480 };

export type LastCard = { readonly issuedOn: string };

/** When the citizen's last card was issued (`YYYY-MM-DD`); undefined for the young and for a few who never had one. */
export function lastCardOf({ pid, birthDate }: Citizen): LastCard | undefined {
  const draw = likenessOf(`${pid} card`);
  if (draw % NONE_OF === 0) return undefined;
  const born = birthDate.length === 4 ? `${birthDate}-07-01` : birthDate;
  const issuedOn = `${FIRST_YEAR + (draw % YEARS)}-${two(1 + ((draw >>> 4) % 12))}-${two(1 + ((draw >>> 8) % 28))}`;
  if (completedYears(born, issuedOn) >= FROM_AGE_YEARS) return { issuedOn };
  const fourteenth = birthdayAt(born, FROM_AGE_YEARS);
  return fourteenth <= LAST_DAY ? { issuedOn: fourteenth } : undefined;
}

const two = (n: number): string => String(n).padStart(2, '0');

/** The face on that card: the same person as a simulated camera shows today, as many years younger. */
export function faceOnCard({ pid, birthDate, sex }: Citizen, { issuedOn }: LastCard): Raster {
  const ageYears = completedYears(birthDate.length === 4 ? `${birthDate}-01-01` : birthDate, issuedOn);
  return drawPortrait({ ...REGISTER_PX, seed: likenessOf(pid), person: { sex, ageYears, occasion: Number(issuedOn.slice(0, 4)) } });
}
