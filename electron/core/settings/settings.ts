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
  /** order of the steps between the check of the data and the citizen's reading */
  'counter.step-order': 'fingerprints portrait signature documents',
  /** id of the printer that is offered first; '' = none chosen yet */
  'receipt.printer': '',
  /** `four-four-two`: three slaps; `thirteen`: ten rolled fingers after them (TT 60/2021/TT-BCA, Article 5(3)) */
  'capture.print-sequence': 'four-four-two',
  /** tries per slap or finger before the best of them is proposed */
  'capture.attempts': 3,
  /** `warn` tells the officer that it looks like the other hand, `log-only` keeps it for evaluation, `off` doesn't look */
  'capture.hand-check': 'warn',
  /** the same for a finger that was given before, or twice in one picture */
  'capture.uniqueness-check': 'warn',
  /** fingers lie still this long before the picture is taken by itself */
  'capture.auto-delay-milliseconds': 500,
  /** from the start of a capture to its picture */
  'capture.timeout-seconds': 90,
  /** a device that gives no sign of life for this long hangs */
  'capture.silence-milliseconds': 2_500,
  /** fingers of the picture before hold the next one up no longer than this */
  'capture.clear-seconds': 10,
  /** tries at the portrait before the best of them is proposed */
  'capture.portrait-attempts': 3,
  /** everything is right for this long before a portrait is taken by itself */
  'capture.portrait-delay-milliseconds': 600,
  /** least quality of a plain print, 0..100 on the station's own scale; BSI TR-03121-3 Volume 2 */
  'capture.quality.thumb': 30,
  'capture.quality.index': 30,
  'capture.quality.middle': 20,
  'capture.quality.ring': 10,
  'capture.quality.little': 10,
  /** the same for a rolled print */
  'capture.quality.rolled-thumb': 20,
  'capture.quality.rolled-index': 15,
  'capture.quality.rolled-middle': 15,
  'capture.quality.rolled-ring': 10,
  'capture.quality.rolled-little': 5,
  /** name of the page's own camera that takes portraits; '' = a camera of device-host */
  'camera.label': '',
  /** width x height asked of that camera; it gives the nearest it has */
  'camera.resolution': '1920x1080',
  /** `real`, `simulated`, or '' = as the program was started; a real station takes no simulated device */
  'devices.fingerprint-scanner': '',
  'devices.camera': '',
  'devices.document-camera': '',
  'devices.signature-pad': '',
  'devices.printer': '',
  'devices.code-reader': '',
  /** PEM file of the authorities whose SBI devices are believed; '' = none */
  'devices.sbi-trust-file': '',
  /** devices on serial lines and network ports; electron/core/device/device-lines.ts */
  'devices.lines': '',
} as const;

export type SettingKey = keyof typeof SETTINGS;
export type SettingOrigin = 'built-in' | 'policy' | 'station';
type Widen<T> = T extends string ? string : T extends number ? number : boolean;
export type SettingValues = { readonly [K in SettingKey]: Widen<(typeof SETTINGS)[K]> };

export const SETTING_KEYS = Object.keys(SETTINGS) as readonly SettingKey[];
export const isSettingKey = (key: string): key is SettingKey => Object.hasOwn(SETTINGS, key);
