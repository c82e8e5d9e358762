/** The 27 places where Windows-1252 shows something else than Latin-1. Source: the WHATWG Encoding Standard, index windows-1252. */
const WINDOWS_1252: ReadonlyMap<number, number> = new Map([
  [0x20ac, 0x80], [0x201a, 0x82], [0x0192, 0x83], [0x201e, 0x84], [0x2026, 0x85], [0x2020, 0x86], [0x2021, 0x87], [0x02c6, 0x88], [0x2030, 0x89],
  [0x0160, 0x8a], [0x2039, 0x8b], [0x0152, 0x8c], [0x017d, 0x8e], [0x2018, 0x91], [0x2019, 0x92], [0x201c, 0x93], [0x201d, 0x94], [0x2022, 0x95],
  [0x2013, 0x96], [0x2014, 0x97], [0x02dc, 0x98], [0x2122, 0x99], [0x0161, 0x9a], [0x203a, 0x9b], [0x0153, 0x9c], [0x017e, 0x9e], [0x0178, 0x9f],
]);

/** UTF-8 that was shown as Windows-1252 ("Nguyá»…n"), read again as UTF-8; `undefined` when it is no such text. */
export function fromMojibake(text: string): string | undefined {
  let escaped = '';
  let foreign = false;
  for (const sign of text) {
    const code = sign.codePointAt(0) ?? 0;
    const byte = WINDOWS_1252.get(code) ?? code;
    if (byte > 0xff) return undefined;
    foreign ||= byte > 0x7f;
    escaped += `%${byte.toString(16).padStart(2, '0')}`;
  }
  if (!foreign) return undefined;
  try {
    return decodeURIComponent(escaped).normalize('NFC');
  } catch {
    return undefined; // not UTF-8: the signs mean themselves
  }
}
