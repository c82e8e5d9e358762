import { holdsOn, sourced, unverified, type Basis, type Period } from './fact.ts';

export type LegalEvent = Period & { readonly id: string; readonly instruments: readonly string[]; readonly effect: string; readonly basis: Basis };

const at = (from: string, id: string, instruments: string, effect: string, basis: Basis, to?: string): LegalEvent =>
  ({ id, from, ...(to === undefined ? {} : { to }), instruments: instruments.split('; '), effect, basis });

/** Which text governs a card counter from which day. Years without a day in the source are given as 1 January and marked unverified. */
export const LEGAL_TIMELINE: readonly LegalEvent[] = [
  at('2016-01-01', 'law-2014', 'Luật 59/2014/QH13; NĐ 137/2015; TT 66/2015; TT 07/2016; TT 11/2016', 'card of the citizen from 14; former forms', unverified('law-2014'), '2024-06-30'),
  at('2021-01-01', 'chip-card', 'TT 06/2021; TT 59/2021; TT 60/2021', 'chip card; the ten steps of Article 5', unverified('tt60-2021'), '2024-06-30'),
  at('2024-07-01', 'law-2023', 'Luật 26/2023/QH15; NĐ 70/2024; NĐ 69/2024; TT 16/2024; TT 17/2024; TT 18/2024', 'cards under 14, iris, new forms, seven working days', sourced('law-2023')),
  at('2025-03-01', 'commune-counters', 'reorganisation of the police', 'no district police; counters at the commune', sourced('press-commune')),
  at('2025-07-01', 'two-level-units', 'QĐ 19/2025/QĐ-TTg; TT 53/2025; QĐ 5710/QĐ-BCA-C06', '34 provinces, two levels; new DC01 and CC03', sourced('tt53-2025')),
  at('2025-12-15', 'penalties', 'NĐ 282/2025', 'penalties for misuse of the databases', sourced('catalogue')),
  at('2026-01-01', 'data-protection', 'Luật 91/2025/QH15; NĐ 356/2025', 'religion, ethnicity, biometrics and card images are sensitive', sourced('catalogue')),
  at('2026-03-15', 'online-reissue', 'NĐ 58/2026', 'lost, damaged and boundary-change cases fully online; commune may update the database from a card dossier', sourced('nd58-2026')),
  at('2026-04-30', 'dong-nai-city', 'NQ 30/2026/QH16; NQ 237', 'Đồng Nai a centrally run city under the same code', sourced('nq30-2026')),
  at('2026-07-01', 'any-place', 'Luật 118/2025; Luật 116/2025; TT 116/2026', 'commune police are card agencies, anywhere; new CT01', sourced('law118-2025')),
  at('2026-08-18', 'one-procedure', 'QĐ 5230/QĐ-BCA-C06', 'one procedure for issue, exchange and reissue; rows without codes', sourced('qd5230-2026')),
  at('2026-09-28', 'e-id', 'NĐ 320/2026', 'new decree on electronic identity', sourced('catalogue')),
];

export const inForceOn = (day: string): readonly LegalEvent[] => LEGAL_TIMELINE.filter((event) => holdsOn(event, day));

/** Procedure codes still met on paper; since 18/8/2026 a procedure may have none. Source: the published catalogue. */
export const FORMER_PROCEDURE_CODES: Readonly<Record<string, string>> = {
  '2.000200': 'first issue from 14 (province)', '2.001194': 'reissue', '2.001195': 'exchange', '1.014062': 'first issue under 14 (commune)',
  '1.001247': 'ministry', '1.000889': 'ministry', '1.000757': 'ministry',
};
