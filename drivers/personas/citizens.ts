import { COMMUNES, type Commune } from './communes.ts';
import { ETHNICITIES, nameOf, pick, pickWeighted, type Ethnicity, type PersonName, type Sex } from './names.ts';
import { between, joinSeeds, randomFrom, type Random } from './persona-random.ts';
import { WELL_KNOWN } from './well-known-citizens.ts';

export type Place = { readonly unitCode: string; readonly text: string };

/** A synthetic citizen as the population database holds one. Nobody real: everything is drawn from a seed. */
export type Citizen = {
  readonly pid: string;
  /** nine digits, or '' */
  readonly oldIdNumber: string;
  readonly name: PersonName;
  readonly sex: Sex;
  /** `YYYY-MM-DD`, or `YYYY` where only the year is known */
  readonly birthDate: string;
  readonly ethnicity: { readonly code: string; readonly name: string };
  readonly religion: { readonly code: string; readonly name: string };
  readonly birthRegistration: Place;
  readonly homeTown: Place;
  readonly residence: Place;
  readonly currentAddress: Place;
  readonly father: PersonName | undefined;
  readonly mother: PersonName | undefined;
  readonly spouse: PersonName | undefined;
};

/** Ages count from this year, never from the clock: the same seed always gives the same people. */
const REFERENCE_YEAR = 2026;
const RELIGIONS = [
  { code: '99', name: 'Không', share: 86 }, { code: '01', name: 'Phật giáo', share: 5 }, { code: '02', name: 'Công giáo', share: 6 },
  { code: '08', name: 'Tin lành', share: 1 }, { code: '05', name: 'Cao Đài', share: 1 }, { code: '03', name: 'Phật giáo Hòa Hảo', share: 1 },
];
const STREETS = ['Trần Phú', 'Lê Lợi', 'Nguyễn Trãi', 'Hai Bà Trưng', 'Quang Trung', 'Lý Thường Kiệt', 'Phan Chu Trinh', 'Điện Biên Phủ', 'Hoàng Diệu', 'Kim Mã'];
/** Every so many citizens share name, sex and birth date with the one before: the look-up by name then finds several. */
const TWIN_EVERY = 250;

/**
 * @param count people to make; the well-known ones come first
 * @returns unique PIDs with the structure of NĐ 137/2015, Article 13 (place, century and sex, year, six digits)
 */
export function citizensFrom(seed: number, count: number): readonly Citizen[] {
  const citizens: Citizen[] = WELL_KNOWN.slice(0, count);
  const taken = new Set(citizens.flatMap(({ pid, oldIdNumber }) => [pid, oldIdNumber]));
  for (let i = citizens.length; i < count; i++) {
    const random = randomFrom(joinSeeds(seed, i));
    const model = i % TWIN_EVERY === 0 ? citizens.at(-1) : undefined;
    const citizen = drawCitizen(random, taken, model);
    taken.add(citizen.pid).add(citizen.oldIdNumber);
    citizens.push(citizen);
  }
  return citizens;
}

function drawCitizen(random: Random, taken: ReadonlySet<string>, model: Citizen | undefined): Citizen {
  const commune = pickWeighted(random, COMMUNES, ({ weight }) => weight);
  const ethnicity = pickWeighted(random, ETHNICITIES, ({ share }) => share);
  const sex: Sex = model?.sex ?? (random() < 0.5 ? 1 : 2);
  const name = model?.name ?? nameOf(random, sex, ethnicity);
  const birthDate = model?.birthDate ?? drawBirthDate(random);
  const birthYear = Number(birthDate.slice(0, 4));
  const age = REFERENCE_YEAR - birthYear;
  const religion = pickWeighted(random, RELIGIONS, ({ share }) => share);
  const residence = drawPlace(random, random() < 0.8 ? commune : pick(random, COMMUNES));
  return {
    pid: drawPid(random, commune, birthYear, sex, taken),
    oldIdNumber: age >= 28 && random() < 0.45 ? drawOldId(random, taken) : '',
    name, sex, birthDate,
    ethnicity: { code: ethnicity.code, name: ethnicity.name },
    religion: { code: religion.code, name: religion.name },
    birthRegistration: placeOf(commune),
    homeTown: placeOf(commune),
    residence,
    currentAddress: random() < 0.85 ? residence : drawPlace(random, pick(random, COMMUNES)),
    ...drawFamily(random, { name, sex, ethnicity, age }),
  };
}

function drawFamily(random: Random, of: { readonly name: PersonName; readonly sex: Sex; readonly ethnicity: Ethnicity; readonly age: number }): Pick<Citizen, 'father' | 'mother' | 'spouse'> {
  const married = of.age >= 22 && random() < 0.75;
  return {
    father: random() < 0.97 ? nameOf(random, 1, of.ethnicity, of.name.surname) : undefined,
    mother: random() < 0.99 ? nameOf(random, 2, of.ethnicity) : undefined,
    spouse: married ? nameOf(random, of.sex === 1 ? 2 : 1, of.ethnicity) : undefined,
  };
}

/** Every age that comes to a counter, children and the very old among them; some of the old know only their year. */
function drawBirthDate(random: Random): string {
  const draw = random();
  const age = draw < 0.14 ? between(random, 0, 14) : draw < 0.22 ? between(random, 14, 18) : draw < 0.85 ? between(random, 18, 60) : between(random, 60, 101);
  const year = REFERENCE_YEAR - 1 - Math.floor(age);
  if (year < 1975 && random() < 0.08) return String(year);
  const day = new Date(Date.UTC(year, 0, 1 + Math.floor(between(random, 0, 365))));
  return day.toISOString().slice(0, 10);
}

function drawPid(random: Random, commune: Commune, birthYear: number, sex: Sex, taken: ReadonlySet<string>): string {
  const century = (birthYear >= 2000 ? 2 : 0) + (sex === 1 ? 0 : 1);
  const head = `${pick(random, commune.pidPrefixes)}${century}${String(birthYear % 100).padStart(2, '0')}`;
  return drawUnused(random, head, 6, taken);
}

const drawOldId = (random: Random, taken: ReadonlySet<string>): string => drawUnused(random, pick(random, ['01', '02', '11', '13', '16', '17', '18', '20', '27', '33']), 7, taken);

function drawUnused(random: Random, head: string, digits: number, taken: ReadonlySet<string>): string {
  for (;;) {
    const number = `${head}${String(Math.floor(between(random, 0, 10 ** digits))).padStart(digits, '0')}`;
    if (!taken.has(number)) return number;
  }
}

const placeOf = (commune: Commune): Place => ({ unitCode: commune.code, text: `${commune.name}, ${commune.province}`.normalize('NFC') });

function drawPlace(random: Random, commune: Commune): Place {
  const number = Math.floor(between(random, 1, 300));
  const detail = commune.name.startsWith('xã') ? `thôn ${Math.floor(between(random, 1, 12))}` : `số ${number} đường ${pick(random, STREETS)}`;
  return { unitCode: commune.code, text: `${detail}, ${placeOf(commune).text}`.normalize('NFC') };
}
