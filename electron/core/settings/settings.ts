/** Every setting with its built-in value. A machine policy may fix some; the station's own row comes last. */
export const SETTINGS = {
  'station.name': '',
  'station.counter': '',
  /** minutes without a person before the screen locks */
  'session.idle-lock-minutes': 5,
  /** minutes by which the newest audit entry may lie in the future before the station stops */
  'store.clock-tolerance-minutes': 5,
  /** Luật Căn cước 26/2023/QH15, Article 26: seven working days from a complete dossier */
  'receipt.working-days': 7,
  /** id of the printer that is offered first; '' = none chosen yet */
  'receipt.printer': '',
} as const;

export type SettingKey = keyof typeof SETTINGS;
export type SettingOrigin = 'built-in' | 'policy' | 'station';
type Widen<T> = T extends string ? string : T extends number ? number : boolean;
export type SettingValues = { readonly [K in SettingKey]: Widen<(typeof SETTINGS)[K]> };

export const SETTING_KEYS = Object.keys(SETTINGS) as readonly SettingKey[];
export const isSettingKey = (key: string): key is SettingKey => Object.hasOwn(SETTINGS, key);
