import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AppError } from '../../../electron/core/errors/app-error.ts';
import { parseFont, type Font } from '../../../electron/core/lettering/font-file.ts';

const WEIGHTS = { regular: '500Medium', bold: '700Bold' } as const;
export type Weight = keyof typeof WEIGHTS;

const HERE = fileURLToPath(import.meta.url);
const PACKAGE = join(dirname(HERE), '../../../node_modules/@expo-google-fonts/be-vietnam-pro');
const read = new Map<Weight, Font>();

/** The program's own font, beside the bundle when built, in its package when run from source. @throws {AppError} `device.unsupported` for a damaged installation */
export function fontOf(weight: Weight): Font {
  const known = read.get(weight);
  if (known !== undefined) return known;
  const name = `BeVietnamPro_${WEIGHTS[weight]}.ttf`;
  const font = parseFont(readFileSync(HERE.endsWith('.ts') ? join(PACKAGE, WEIGHTS[weight], name) : join(dirname(HERE), 'fonts', name)));
  if (!font.ok) throw new AppError('device.unsupported', { why: 'font' });
  read.set(weight, font.value);
  return font.value;
}
