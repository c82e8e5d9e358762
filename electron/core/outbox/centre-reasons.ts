/**
 * Why a centre rejects a sealed dossier by itself, before a person has looked at it. Each has its sentence
 * in renderer/i18n/<locale>/reasons.json; a reason from the catalogue of return reasons (R01…) may come as well.
 */
export const CENTRE_REASONS = [
  'unreadable', 'wrong-recipient', 'bad-signature', 'unknown-station', 'bad-contents', 'bad-biometrics', 'another-face', 'incomplete', 'same-officer', 'duplicate-dossier',
] as const;
export type CentreReason = (typeof CENTRE_REASONS)[number];
