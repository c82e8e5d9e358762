import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const RECEIPT_FONTS = { regular: '400Regular', medium: '500Medium', semibold: '600SemiBold', bold: '700Bold' } as const;
export type ReceiptFont = keyof typeof RECEIPT_FONTS;

/** The font file: beside the bundle in `fonts/` when built, in the package when run from source. */
export function fontFile(font: ReceiptFont): string {
  const weight = RECEIPT_FONTS[font];
  const here = fileURLToPath(import.meta.url);
  const bundled = join(dirname(here), 'fonts', `BeVietnamPro_${weight}.ttf`);
  if (existsSync(bundled)) return bundled;
  return createRequire(import.meta.url).resolve(`@expo-google-fonts/be-vietnam-pro/${weight}/BeVietnamPro_${weight}.ttf`);
}
