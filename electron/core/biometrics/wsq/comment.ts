/** What NIST's tools look for in a comment: one "NAME value" pair per line, the first naming how many. */
export type NistComment = Readonly<Record<string, string>>;

const MAX_ENTRIES = 64;

/** Reads a NIST_COM comment; undefined when it is another kind of comment. */
export function parseNistComment(text: Uint8Array): NistComment | undefined {
  const decoded = Array.from(text.subarray(0, 4096), (byte) => String.fromCharCode(byte)).join('');
  if (!decoded.startsWith('NIST_COM')) return undefined;
  const entries = decoded.replace(/\0.*$/s, '').split('\n').slice(0, MAX_ENTRIES);
  return Object.fromEntries(entries.map((line) => {
    const space = line.search(/[ \t]/);
    return space < 0 ? [line, ''] : [line.slice(0, space), line.slice(space).trim()];
  }));
}

/** Source: NIST NBIS, "NISTCOM" convention; the order is that of NIST's own encoder. */
export function formatNistComment(image: { readonly widthPx: number; readonly heightPx: number; readonly ppi: number; readonly bitsPerPixel: number }): string {
  return [
    'NIST_COM 9',
    `PIX_WIDTH ${image.widthPx}`,
    `PIX_HEIGHT ${image.heightPx}`,
    'PIX_DEPTH 8',
    `PPI ${image.ppi}`,
    'LOSSY 1',
    'COLORSPACE GRAY',
    'COMPRESSION WSQ',
    `WSQ_BITRATE ${image.bitsPerPixel.toFixed(6)}`,
  ].join('\n');
}

/** Resolution said by the comment, pixels per inch; undefined when absent or absurd. */
export function ppiOf(comment: NistComment | undefined): number | undefined {
  const ppi = Number.parseInt(comment?.['PPI'] ?? '', 10);
  return ppi > 0 && ppi < 100_000 ? ppi : undefined;
}
