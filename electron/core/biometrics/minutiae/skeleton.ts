/** One-pixel-wide ridge lines at 500 ppi, twice the size of the field they come from. */
export type Skeleton = { readonly widthPx: number; readonly heightPx: number; readonly lines: Uint8Array };

/** Doubles a half-size ridge field bilinearly, takes what is positive as ridge and thins it to lines. */
export function skeletonOf(field: Float32Array, halfWidth: number, halfHeight: number): Skeleton {
  const widthPx = 2 * halfWidth, heightPx = 2 * halfHeight;
  const lines = new Uint8Array(widthPx * heightPx);
  for (let y = 0; y + 1 < halfHeight; y++) {
    for (let x = 0; x + 1 < halfWidth; x++) {
      const from = y * halfWidth + x;
      const a = field[from]!, b = field[from + 1]!, c = field[from + halfWidth]!, d = field[from + halfWidth + 1]!;
      if (a <= 0 && b <= 0 && c <= 0 && d <= 0) continue;
      const at = (2 * y + 1) * widthPx + 2 * x + 1;
      // The four pixels between four points of the field, each nearest to one of them.
      if (9 * a + 3 * b + 3 * c + d > 0) lines[at] = 1;
      if (3 * a + 9 * b + c + 3 * d > 0) lines[at + 1] = 1;
      if (3 * a + b + 9 * c + 3 * d > 0) lines[at + widthPx] = 1;
      if (a + 3 * b + 3 * c + 9 * d > 0) lines[at + widthPx + 1] = 1;
    }
  }
  dropSpecks(lines, widthPx);
  thin(lines, widthPx);
  return { widthPx, heightPx, lines };
}

/** Pores and single-pixel holes would become loops: a clear pixel with at least seven set neighbours is filled. */
function dropSpecks(lines: Uint8Array, widthPx: number): void {
  for (let at = widthPx + 1; at < lines.length - widthPx - 1; at++) {
    if (lines[at] === 0 && lines[at - 1]! + lines[at + 1]! + lines[at - widthPx]! + lines[at + widthPx]! === 4) lines[at] = 1;
  }
}

/**
 * For each 8-neighbourhood (bit 0 = north, clockwise) bit 0 / bit 1 of the entry tell whether the first / second
 * pass may take the pixel away. Source: Zhang and Suen, "A fast parallel algorithm for thinning digital patterns", CACM 27(3), 1984.
 */
const REMOVABLE = Uint8Array.from({ length: 256 }, (_, code) => {
  const bit = (n: number): number => (code >> (n % 8)) & 1;
  let set = 0, rises = 0;
  for (let n = 0; n < 8; n++) {
    set += bit(n);
    if (bit(n) === 0 && bit(n + 1) === 1) rises++;
  }
  if (set < 2 || set > 6 || rises !== 1) return 0;
  const [north, east, south, west] = [bit(0), bit(2), bit(4), bit(6)];
  return (north * east * south === 0 && east * south * west === 0 ? 1 : 0) | (north * east * west === 0 && north * south * west === 0 ? 2 : 0);
});

/** The eight neighbours of a pixel as bits, north first, clockwise. */
export function neighbourCode(lines: Uint8Array, at: number, widthPx: number): number {
  return lines[at - widthPx]! | (lines[at - widthPx + 1]! << 1) | (lines[at + 1]! << 2) | (lines[at + widthPx + 1]! << 3)
    | (lines[at + widthPx]! << 4) | (lines[at + widthPx - 1]! << 5) | (lines[at - 1]! << 6) | (lines[at - widthPx - 1]! << 7);
}

/**
 * The two passes in turn until neither takes anything away. A pixel that a pass left standing stands in that pass until one of its
 * neighbours goes, so only those are looked at again; at first those on the edge of a ridge.
 */
function thin(lines: Uint8Array, widthPx: number): void {
  const around = [-widthPx - 1, -widthPx, -widthPx + 1, -1, 1, widthPx - 1, widthPx, widthPx + 1] as const;
  /** Bit 0 / bit 1: the first / second pass has to look at the pixel. */
  const due = new Uint8Array(lines.length);
  const list = new Int32Array(lines.length);
  const taken = new Int32Array(lines.length);
  let count = 0;
  for (let at = widthPx; at < lines.length - widthPx; at++) {
    if (lines[at] === 0 || lines[at - 1]! + lines[at + 1]! + lines[at - widthPx]! + lines[at + widthPx]! === 4) continue;
    due[at] = 3;
    list[count++] = at;
  }
  for (let pass = 1; count > 0; pass = 3 - pass) {
    let kept = 0, gone = 0;
    for (let n = 0; n < count; n++) {
      const at = list[n]!;
      const left = due[at]! & ~pass;
      if ((due[at]! & pass) !== 0 && (REMOVABLE[neighbourCode(lines, at, widthPx)]! & pass) !== 0) {
        taken[gone++] = at;
        continue;
      }
      due[at] = left;
      if (left !== 0) list[kept++] = at;
    }
    for (let n = 0; n < gone; n++) lines[taken[n]!] = 0;
    for (let n = 0; n < gone; n++) {
      for (let k = 0; k < 8; k++) {
        const at = taken[n]! + around[k]!;
        if (lines[at] === 0) continue;
        if (due[at] === 0) list[kept++] = at;
        due[at] = 3;
      }
    }
    count = kept;
  }
}
