/** Capital letters of five by seven dots, rows from the top, the highest of five bits at the left: enough to see whether small print can be read. */
const ROWS = `A0E11111F111111 B1E11111E11111E C0E11101010110E D1C12111111121C E1F10101E10101F F1F10101E101010 G0E11101711110F H1111111F111111 I0E04040404040E J0702020202120C
K11121418141211 L1010101010101F M111B1515111111 N11111915131111 O0E11111111110E P1E11111E101010 Q0E11111115120D R1E11111E141211 S0F10100E01011E T1F040404040404 U1111111111110E V11111111110A04
W1111111515150A X11110A040A1111 Y1111110A040404 Z1F01020408101F 00E11131519110E 1040C040404040E 20E11010204081F 31F02040201110E 402060A121F0202 51F101E0101110E 60608101E11110E 71F010204080808
80E11110E11110E 90E11110F01020C .00000000000C0C -0000001F000000 /01010204081010 :000C0C000C0C00`;

const GLYPHS: ReadonlyMap<string, readonly number[]> = new Map(ROWS.split(/\s+/).map((entry) => [entry[0] ?? '', Array.from({ length: 7 }, (_, row) => Number.parseInt(entry.slice(1 + row * 2, 3 + row * 2), 16))]));

type Sheet = { readonly widthPx: number; readonly heightPx: number; readonly pixels: Uint8Array };
export type Lettering = { readonly x: number; readonly y: number; /** side of one dot */ readonly dotPx: number; readonly level: number };

/** Writes a line onto a grey sheet; letters it doesn't have stay blank. A letter is six dots wide. */
export function write({ widthPx, heightPx, pixels }: Sheet, text: string, { x, y, dotPx, level }: Lettering): void {
  for (const [n, letter] of [...text].entries()) {
    for (const [row, bits] of (GLYPHS.get(letter) ?? []).entries()) {
      for (let column = 0; column < 5; column++) {
        if ((bits & (16 >> column)) === 0) continue;
        const [left, top] = [x + (n * 6 + column) * dotPx, y + row * dotPx];
        for (let v = Math.max(0, Math.round(top)); v < Math.min(heightPx, Math.round(top + dotPx)); v++) {
          pixels.fill(level, v * widthPx + Math.min(widthPx, Math.round(left)), v * widthPx + Math.min(widthPx, Math.round(left + dotPx)));
        }
      }
    }
  }
}
