/** Everything that a check may have to say, by subject. Each code is a translation key: a sentence in every language is owed for it. */
export const FINDING_CODES = [
  'applicant.age-band-uncertain', 'applicant.birth-in-future', 'applicant.commune-of-residence', 'applicant.proof-missing',
  'applicant.representative-assists', 'applicant.representative-missing', 'applicant.too-young',
  'capture.age-uncertain', 'capture.last-unconfirmed', 'capture.none-by-age', 'capture.nothing-on-file', 'capture.reuses-last',
  'capture.sequence-by-setting',
  'deadline.calendar-missing', 'deadline.unverified',
  'fee.end-date-in-dispute', 'fee.exemption-unverified', 'fee.reduction-unverified',
  'mrz.no-expiry', 'mrz.number-differs', 'mrz.year-only',
  'pid.century-unverified', 'pid.prefix-differs', 'pid.prefix-not-listed', 'pid.sex-differs', 'pid.year-differs',
  'qr.address-is-snapshot', 'qr.extra-fields', 'qr.issue-date-missing', 'qr.name-garbled', 'qr.name-without-marks',
  'reception.adjustment-open', 'reception.card-held', 'reception.card-withdrawn', 'reception.data-wrong', 'reception.ground-unknown',
  'reception.had-card', 'reception.kind-differs', 'reception.no-former-card', 'reception.no-residence', 'reception.not-in-database', 'reception.online-possible',
  'reception.unconfirmed',
  'validity.before-approval', 'validity.leap-day', 'validity.on-the-edge', 'validity.year-only',
] as const;
export type FindingCode = (typeof FINDING_CODES)[number];
