import { blankSheet, type Sheet } from '../../../electron/core/lettering/fill-outline.ts';
import { drawText, lineHeightPx, widthOf, wrapText } from '../../../electron/core/lettering/set-text.ts';
import type { Raster, SlipPart } from '../../../drivers/contract/driver.ts';
import { fontOf } from './fonts.ts';

/** Text sizes on 80 mm paper (576 dots, 8 a millimetre): 2.75, 3.5 and 5 mm; narrower paper takes as much less. */
const SIZE_PX = { small: 22, normal: 28, large: 40 } as const;
const FULL_WIDTH_DOTS = 576;
const RULE_PX = 3;
const RULE_SPACE_PX = 12;
/** ISO/IEC 18004, 6.3.8. */
const QUIET_MODULES = 4;
/** Smaller modules are no longer read from thermal paper. */
const MIN_MODULE_PX = 4;
const CODE_SHARE = 0.62;

type Laid = { readonly heightPx: number; readonly draw: (sheet: Sheet, top: number) => void };

/** A receipt as grey pixels, `widthDots` wide, as long as it takes. */
export function drawSlip(parts: readonly SlipPart[], widthDots: number): Raster {
  const laid = parts.map((part) => lay(part, widthDots));
  const sheet = blankSheet(widthDots, Math.max(1, laid.reduce((sum, { heightPx }) => sum + heightPx, 0)));
  let top = 0;
  for (const { heightPx, draw } of laid) {
    draw(sheet, top);
    top += heightPx;
  }
  return { ...sheet, channels: 1 };
}

function lay(part: SlipPart, widthDots: number): Laid {
  switch (part.type) {
    case 'text': return layText(part, widthDots);
    case 'rule': return { heightPx: RULE_PX + 2 * RULE_SPACE_PX, draw: (sheet, top) => box(sheet, { left: 0, top: top + RULE_SPACE_PX, width: widthDots, height: RULE_PX }) };
    case 'code': return layCode(part, widthDots);
  }
}

function layText({ text, size, bold, align }: Extract<SlipPart, { type: 'text' }>, widthDots: number): Laid {
  const font = fontOf(bold ? 'bold' : 'regular');
  const sizePx = Math.round((SIZE_PX[size] * Math.max(widthDots, FULL_WIDTH_DOTS * 0.8)) / FULL_WIDTH_DOTS);
  const lines = wrapText(text, font, { sizePx, widthPx: widthDots });
  const height = lineHeightPx(sizePx);
  return {
    heightPx: Math.max(1, lines.length) * height,
    draw: (sheet, top) => {
      for (const [n, line] of lines.entries()) {
        const x = align === 'center' ? Math.max(0, (widthDots - widthOf(line, font, sizePx)) / 2) : 0;
        drawText(sheet, line, { font, sizePx, x, top: top + n * height });
      }
    },
  };
}

function layCode({ modules, dark }: Extract<SlipPart, { type: 'code' }>, widthDots: number): Laid {
  const across = modules + 2 * QUIET_MODULES;
  const modulePx = Math.max(MIN_MODULE_PX, Math.floor((widthDots * CODE_SHARE) / across));
  const left = Math.max(0, Math.floor((widthDots - across * modulePx) / 2));
  return {
    heightPx: across * modulePx,
    draw: (sheet, top) => {
      for (let n = 0; n < modules * modules; n++) {
        if (dark[n] !== 1) continue;
        box(sheet, { left: left + (QUIET_MODULES + (n % modules)) * modulePx, top: top + (QUIET_MODULES + Math.floor(n / modules)) * modulePx, width: modulePx, height: modulePx });
      }
    },
  };
}

function box({ widthPx, heightPx, pixels }: Sheet, { left, top, width, height }: { readonly left: number; readonly top: number; readonly width: number; readonly height: number }): void {
  for (let y = top; y < Math.min(heightPx, top + height); y++) pixels.fill(0, y * widthPx + left, y * widthPx + Math.min(widthPx, left + width));
}
