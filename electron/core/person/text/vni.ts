/**
 * VNI-Windows: a base letter followed by a sign for its hat, breve or tone, both shown as Windows-1252 signs.
 * Source: the published VNI character table (VNI Software Co.); verified letter by letter in the test.
 */
const MARKS: Readonly<Record<string, readonly string[]>> = {
  a: ['aùá', 'aøà', 'aûả', 'aõã', 'aïạ', 'aââ', 'aáấ', 'aàầ', 'aåẩ', 'aãẫ', 'aäậ', 'aêă', 'aéắ', 'aèằ', 'aúẳ', 'aüẵ', 'aëặ'],
  e: ['eùé', 'eøè', 'eûẻ', 'eõẽ', 'eïẹ', 'eâê', 'eáế', 'eàề', 'eåể', 'eãễ', 'eäệ'],
  o: ['oùó', 'oøò', 'oûỏ', 'oõõ', 'oïọ', 'oâô', 'oáố', 'oàồ', 'oåổ', 'oãỗ', 'oäộ', 'ôùớ', 'ôøờ', 'ôûở', 'ôõỡ', 'ôïợ'],
  u: ['uùú', 'uøù', 'uûủ', 'uõũ', 'uïụ', 'öùứ', 'öøừ', 'öûử', 'öõữ', 'öïự'],
  y: ['yùý', 'yøỳ', 'yûỷ', 'yõỹ'],
};
const SINGLE = ['íí', 'ìì', 'æỉ', 'óĩ', 'òị', 'ôơ', 'öư', 'ñđ', 'îỵ'] as const;

const PAIRS: ReadonlyMap<string, string> = new Map(Object.values(MARKS).flat().flatMap((entry) => withCapitals(entry.slice(0, 2), entry.slice(2))));
const SINGLES: ReadonlyMap<string, string> = new Map(SINGLE.flatMap((entry) => withCapitals(entry.slice(0, 1), entry.slice(1))));

/** The second sign of a pair may stay small behind a capital when only the first letter of a name is large. */
function withCapitals(from: string, to: string): readonly (readonly [string, string])[] {
  const large = to.toLocaleUpperCase('vi');
  return [[from, to], [from.toLocaleUpperCase('vi'), large], [from.charAt(0).toLocaleUpperCase('vi') + from.slice(1), large]];
}

/** Text of a VNI font as Unicode. */
export function fromVni(text: string): string {
  let out = '';
  for (let at = 0; at < text.length; at += 1) {
    const pair = PAIRS.get(text.slice(at, at + 2));
    if (pair === undefined) {
      out += SINGLES.get(text.charAt(at)) ?? text.charAt(at);
    } else {
      out += pair;
      at += 1;
    }
  }
  return out;
}
