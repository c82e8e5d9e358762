import type { SettingKey, SettingValues } from './settings.ts';

export type PortraitRules = {
  /** Everything is right for this long before the picture is taken by itself. */
  readonly holdMs: number;
  /** Tries before the best of them is proposed. */
  readonly attempts: number;
};

/** How portraits are taken at this station. */
export const portraitRulesOf = (read: <K extends SettingKey>(key: K) => SettingValues[K]): PortraitRules =>
  ({ holdMs: read('capture.portrait-delay-milliseconds'), attempts: read('capture.portrait-attempts') });
