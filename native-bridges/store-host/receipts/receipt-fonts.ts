import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const RECEIPT_FONTS = { regular: '400Regular', medium: '500Medium', semibold: '600SemiBold', bold: '700Bold' } as const;
export type ReceiptFont = keyof typeof RECEIPT_FONTS;

const HERE = fileURLToPath(import.meta.url);
const FROM_SOURCE = HERE.endsWith('.ts');
const PACKAGE = join(dirname(HERE), '../../../node_modules/@expo-google-fonts/be-vietnam-pro');

/** The font file: beside the bundle in `fonts/` when built, in the package when run from source. */
export function fontFile(font: ReceiptFont): string {
  const weight = RECEIPT_FONTS[font];
  const name = `BeVietnamPro_${weight}.ttf`;
  return FROM_SOURCE ? join(PACKAGE, weight, name) : join(dirname(HERE), 'fonts', name);
}
