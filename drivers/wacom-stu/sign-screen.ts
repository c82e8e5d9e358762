import type { AppError } from '../../electron/core/errors/app-error.ts';
import type { Result } from '../../electron/core/result/result.ts';
import type { SignedForm } from '../contract/driver.ts';
import type { Capability } from './protocol.ts';

export type Button = 'accept' | 'clear' | 'cancel';
/** In screen pixels; `right` and `bottom` are the first column and row outside. */
export type ButtonBox = { readonly button: Button; readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };
/** What the citizen reads before signing, drawn by the host (drivers have no fonts): 8-bit grey, exactly the pad's screen. The buttons are those of `buttonsOf`. */
export type DrawScreen = (form: SignedForm, screen: { readonly widthPx: number; readonly heightPx: number; readonly buttons: readonly ButtonBox[] }) => Promise<Result<Uint8Array, AppError>>;

const BUTTONS: readonly Button[] = ['cancel', 'clear', 'accept'];

/** Three buttons side by side along the lower fifth of the screen. */
export function buttonsOf({ screenWidthPx, screenHeightPx }: Capability): readonly ButtonBox[] {
  const top = screenHeightPx - Math.round(screenHeightPx / 5);
  return BUTTONS.map((button, n) => ({ button, left: Math.round((screenWidthPx * n) / 3), top, right: Math.round((screenWidthPx * (n + 1)) / 3), bottom: screenHeightPx }));
}

/** The button under a point of the tablet, if any. */
export function buttonAt(capability: Capability, x: number, y: number): Button | undefined {
  const px = (x * capability.screenWidthPx) / capability.maxX;
  const py = (y * capability.screenHeightPx) / capability.maxY;
  return buttonsOf(capability).find((box) => px >= box.left && px < box.right && py >= box.top && py < box.bottom)?.button;
}
