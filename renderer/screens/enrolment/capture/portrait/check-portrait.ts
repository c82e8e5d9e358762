import type { StillView } from '../../../../../electron/contract/device.ts';
import type { PortraitAssessment } from '../../../../../electron/core/biometrics/face/assess-portrait.ts';
import { NO_ADJUST, type PortraitAdjust } from '../../../../../electron/core/biometrics/face/portrait-adjust.ts';
import type { PortraitTemplate } from '../../../../../electron/core/biometrics/face/portrait-template.ts';
import { faceChecker } from '../../../../face/face-checker.ts';
import type { DeviceClient } from '../capture-session.ts';

/** A portrait with what was found in it. `criteria` empty = it could not be looked at; then the officer's eye decides alone. */
export type CheckedStill = {
  readonly still: StillView;
  /** The picture that it was cut out of. */
  readonly whole: StillView;
  readonly criteria: PortraitAssessment['criteria'];
  readonly ok: boolean;
  /** The officer took it instead of waiting. */
  readonly forced: boolean;
  /** A face was found and cut out, so that the window can be moved. */
  readonly movable: boolean;
  readonly adjust: PortraitAdjust;
};

const fileOf = ({ view, viewMediaType }: StillView): Blob => new Blob([Uint8Array.from(view)], { type: viewMediaType });

/** Looks at a camera's picture and has the portrait cut out of it. */
export async function checkPortrait(devices: DeviceClient, whole: StillView, template: PortraitTemplate): Promise<CheckedStill> {
  const found = await faceChecker().still(fileOf(whole), template);
  const forced = whole.warnings.includes('forced');
  // That it was taken by hand is no fault of a picture whose criteria stand beside it.
  const plain = { ...whole, warnings: whole.warnings.filter((warning) => warning !== 'forced') };
  const uncut = { still: plain, whole, forced, movable: false, adjust: NO_ADJUST };
  if (found === null) return { ...uncut, criteria: [], ok: true };
  if (found.eyes === undefined || found.pose === undefined) return { ...uncut, criteria: found.criteria, ok: false };
  const cut = await devices['still.crop-portrait']({ sha256: whole.sha256, ...found.eyes, template, pose: found.pose, criteria: [...found.criteria] });
  return { ...uncut, still: cut.ok ? cut.value : plain, movable: cut.ok, criteria: found.criteria, ok: found.ok };
}

export type Move = { readonly template: PortraitTemplate; readonly adjust: PortraitAdjust };

/** The same portrait cut anew with the window moved, and every criterion measured in it again; undefined where that can't be done. */
export async function moveWindow(devices: DeviceClient, checked: CheckedStill, { template, adjust }: Move): Promise<CheckedStill | undefined> {
  const found = await faceChecker().still(fileOf(checked.whole), template, adjust);
  if (found?.eyes === undefined || found.pose === undefined) return undefined;
  const cut = await devices['still.adjust-portrait']({ sha256: checked.still.sha256, ...found.eyes, template, pose: found.pose, criteria: [...found.criteria], adjust });
  return cut.ok ? { ...checked, still: cut.value, criteria: found.criteria, ok: found.ok, adjust } : undefined;
}
