import { blankSheet, type Sheet } from '../../../electron/core/lettering/fill-outline.ts';
import { drawText, lineHeightPx, widthOf, wrapText } from '../../../electron/core/lettering/set-text.ts';
import type { SignedForm } from '../../../drivers/contract/driver.ts';
import type { Button, ButtonBox } from '../../../drivers/wacom-stu/sign-screen.ts';
import { fontOf } from './fonts.ts';

export type PadScreen = { readonly widthPx: number; readonly heightPx: number; readonly buttons: readonly ButtonBox[] };

const WORDS: Readonly<Record<Button, string>> = { accept: 'Đồng ý', clear: 'Ký lại', cancel: 'Không ký' };
const ASK = 'Mời ký lên trên đường kẻ';
const MARGIN_SHARE = 0.03;
const TEXT_SHARE = 0.075;

/** What the citizen sees on the pad: what is signed and by whom, a line to sign on, and three buttons. 8-bit grey, exactly the screen. */
export function drawSignScreen({ name, purpose }: SignedForm, { widthPx, heightPx, buttons }: PadScreen): Uint8Array<ArrayBuffer> {
  const sheet = blankSheet(widthPx, heightPx);
  const margin = Math.round(widthPx * MARGIN_SHARE);
  const room = { left: margin, widthPx: widthPx - 2 * margin };
  const sizePx = Math.round(heightPx * TEXT_SHARE);
  let top = margin;
  if (purpose !== '') top = write(sheet, purpose, { ...room, top, sizePx, bold: false });
  if (name !== '') top = write(sheet, name.toLocaleUpperCase('vi'), { ...room, top, sizePx: Math.round(sizePx * 1.15), bold: true });
  write(sheet, ASK, { ...room, top, sizePx: Math.round(sizePx * 0.85), bold: false });
  const buttonsTop = Math.min(...buttons.map((button) => button.top), heightPx);
  line(sheet, { left: margin, right: widthPx - margin, y: buttonsTop - Math.round(heightPx * 0.09) });
  for (const button of buttons) drawButton(sheet, button, sizePx);
  return sheet.pixels;
}

type Writing = { readonly left: number; readonly widthPx: number; readonly top: number; readonly sizePx: number; readonly bold: boolean };

/** @returns where the next line begins */
function write(sheet: Sheet, text: string, { left, widthPx, top, sizePx, bold }: Writing): number {
  const font = fontOf(bold ? 'bold' : 'regular');
  const lines = wrapText(text, font, { sizePx, widthPx });
  for (const [n, words] of lines.entries()) drawText(sheet, words, { font, sizePx, x: left, top: top + n * lineHeightPx(sizePx) });
  return top + lines.length * lineHeightPx(sizePx);
}

function drawButton(sheet: Sheet, { button, left, top, right, bottom }: ButtonBox, sizePx: number): void {
  const inset = 3;
  const [l, t, r, b] = [left + inset, top + inset, right - inset, bottom - inset];
  for (const y of [t, b - 1]) line(sheet, { left: l, right: r, y });
  for (let y = t; y < b; y++) for (const x of [l, l + 1, r - 2, r - 1]) sheet.pixels[y * sheet.widthPx + x] = 0;
  const font = fontOf('bold');
  const words = WORDS[button];
  drawText(sheet, words, { font, sizePx, x: (left + right - widthOf(words, font, sizePx)) / 2, top: Math.round((top + bottom - lineHeightPx(sizePx)) / 2) });
}

function line({ widthPx, pixels }: Sheet, { left, right, y }: { readonly left: number; readonly right: number; readonly y: number }): void {
  for (const row of [y, y + 1]) pixels.fill(0, row * widthPx + left, row * widthPx + right);
}
