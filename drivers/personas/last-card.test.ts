import { expect, it } from 'vitest';
import { likenessOf, sitterOf } from '../../electron/core/device/sitter.ts';
import type { Raster } from '../contract/driver.ts';
import { citizensFrom } from './citizens.ts';
import { faceOnCard, lastCardOf } from './last-card.ts';
import { faceOf } from './portrait-face.ts';
import { drawPortrait } from './portrait.ts';

const TODAY = '2026-11-29';
const citizens = citizensFrom(1, 600);
const [woman, man] = citizens;
const sitting = ({ pid, birthDate, sex }: (typeof citizens)[number]) => sitterOf({ pid, fullName: '', birthDate, sex: String(sex) }, TODAY);

it('most grown people had a card, and no child', () => {
  const grown = citizens.filter(({ birthDate }) => Number(birthDate.slice(0, 4)) <= 2006);
  const share = grown.filter((citizen) => lastCardOf(citizen) !== undefined).length / grown.length;
  expect(share).toBeGreaterThan(0.85);
  expect(share).toBeLessThan(1);
  for (const citizen of citizens) if (Number(citizen.birthDate.slice(0, 4)) >= 2013) expect(lastCardOf(citizen)).toBeUndefined();
  expect(lastCardOf(woman!)).toBeDefined();
  expect(lastCardOf(man!)).toBeDefined();
});

it('the same person sits at the counter as is on the card, some years older', () => {
  const { likeness, sex, ageYears } = sitting(woman!);
  const now = faceOf(likeness, { sex, ageYears, occasion: 0 });
  const then = faceOf(likenessOf(woman!.pid), { sex: woman!.sex, ageYears: ageYears - 4, occasion: 2022 });
  const { clothes: _now, ...bones } = now;
  const { clothes: _then, ...former } = then;
  expect(former).toEqual(bones);
  const old = { sex, ageYears: ageYears + 50, occasion: 0 };
  expect(faceOf(likeness, old).lines).toBeGreaterThan(0.5);
  expect(faceOf(likeness, old).skin).toEqual(now.skin);
});

it('a woman is drawn as one, a man as another', () => {
  for (const citizen of citizens.slice(0, 60)) expect(faceOf(sitting(citizen).likeness, { ...sitting(citizen), occasion: 0 }).longHair).toBe(citizen.sex === 2);
});

it('a card’s face is drawn as the camera draws people', () => {
  const card: Raster = faceOnCard(man!, lastCardOf(man!)!);
  expect([card.widthPx, card.heightPx]).toEqual([360, 480]);
  const { likeness, ...who } = sitting(man!);
  expect(drawPortrait({ seed: likeness, widthPx: 36, heightPx: 48, person: { ...who, occasion: 0 } }).pixels).not.toEqual(drawPortrait({ seed: likeness + 1, widthPx: 36, heightPx: 48, person: { ...who, occasion: 0 } }).pixels);
});
