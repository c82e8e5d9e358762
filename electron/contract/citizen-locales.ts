/** Languages the citizen may choose. A further one is a file renderer/i18n/<locale>/citizen.json and its name here. */
export const CITIZEN_LOCALES = ['vi', 'en'] as const;
export type CitizenLocale = (typeof CITIZEN_LOCALES)[number];
