/**
 * Why a dossier is returned or rejected: the catalogue of reasons gathered from law and C06's statements
 * (TT 60/2021; letters of the codes are the project's own). Sentences live in renderer/i18n/<locale>/reasons.json.
 */
export const RETURN_REASONS = [
  'R01', 'R02', 'R03', 'R04', 'R05', 'R06', 'R07', 'R08', 'R09', 'R10', 'R11', 'R12', 'R13', 'R14', 'R15',
] as const;
export type ReturnReason = (typeof RETURN_REASONS)[number];
