/**
 * Where the facts of this folder come from. The texts were read as excerpts, press digests and mirrored copies, not in the
 * official gazette; "none" is general knowledge or the project's own choice. docs/procedure.md lists what is still open.
 */
export const SOURCES = {
  'law-2014': 'Luật Căn cước công dân 59/2014/QH13, Articles 19 to 26; NĐ 137/2015/NĐ-CP; TT 66/2015/TT-BCA; TT 07/2016/TT-BCA; TT 11/2016/TT-BCA (digests)',
  'law-2023': 'Luật Căn cước 26/2023/QH15; NĐ 70/2024/NĐ-CP (texts and digests)',
  'tt59-2021': 'TT 59/2021/TT-BCA (digest)',
  'tt60-2021': 'TT 60/2021/TT-BCA, Articles 5 to 9 (digests)',
  'tt16-2024': 'TT 16/2024/TT-BCA, the card (digests)',
  'tt17-2024': 'TT 17/2024/TT-BCA, forms and detail (digests)',
  'tt53-2025': 'TT 53/2025/TT-BCA; consolidated as VBHN 44/VBHN-BCA',
  'qd5710-2025': 'QĐ 5710/QĐ-BCA-C06, commune procedures (procedure text)',
  'qd5230-2026': 'QĐ 5230/QĐ-BCA-C06 of 18/8/2026 (secondary source; the annex was not seen)',
  'nd58-2026': 'NĐ 58/2026/NĐ-CP (press)',
  'law118-2025': 'Luật 118/2025/QH15 (press)',
  'nq30-2026': 'NQ 30/2026/QH16 (press)',
  catalogue: 'the published catalogue of procedures',
  'press-commune': 'press, 28/2/2025: commune police take over card counters from 1/3/2025',
  'deadlines-2014': 'Luật Căn cước công dân 59/2014/QH13, Article 25 (provincial information page)',
  'tt60-stages': 'press, 24/6/2021: stages of the 2021 procedure',
  qcvn109: 'QCVN 109:2017/BTTTT (TT 02/2017/TT-BTTTT)',
  'ethnic-list': 'QĐ 121-TCTK/PPCĐ of 1979 (public copy)',
  'religion-list': 'QĐ 1019/QĐ-TCTK of 2008; QCVN 109:2017/BTTTT, Appendix G',
  'pid-annex': 'NĐ 137/2015/NĐ-CP, Article 13; TT 07/2016/TT-BCA, Appendix 1 (public copies)',
  units: 'QĐ 19/2025/QĐ-TTg; NQ 202/2025/QH15; public data set of 25/7/2026',
  'qr-2021': 'press and public code on the QR of the 2021 card',
  mrz: 'ICAO Doc 9303, Parts 3 and 5; public samples of the card',
  chip: 'public reports of chip readers',
  validity: 'press on Luật Căn cước 26/2023/QH15, Article 21',
  'fees-2019': 'TT 59/2019/TT-BTC, Article 4, with TT 112/2020 and TT 44/2023 (pages of provincial police and press)',
  'fees-2024': 'TT 73/2024/TT-BTC; TT 64/2025/TT-BTC; TT 71/2025/TT-BTC (press, contradicting itself on one end date)',
  'civil-code': 'Bộ luật Dân sự 91/2015/QH13, Articles 145 to 148',
  'labour-code': 'Bộ luật Lao động 45/2019/QH14, Article 112; the yearly decisions on days off (public calendars)',
  'return-reasons': 'TT 60/2021/TT-BCA; statements of C06 in the press',
  none: 'general knowledge, or the choice of this project',
} as const;
export type SourceKey = keyof typeof SOURCES;
