/** One-pixel-wide ridge lines at 500 ppi, twice the size of the field they come from. */
export type Skeleton = { readonly widthPx: number; readonly heightPx: number; readonly lines: Uint8Array };

/** Doubles a half-size ridge field bilinearly, takes what is positive as ridge and thins it to lines. */
export function skeletonOf(field: Float32Array, halfWidth: number, halfHeight: number): Skeleton {
  const widthPx = 2 * halfWidth, heightPx = 2 * halfHeight;
  const lines = new Uint8Array(widthPx * heightPx);
  for (let y = 1; y < heightPx - 1; y++) {
    const top = (y - 1) >> 1, near = y % 2 === 1 ? 0.75 : 0.25;
    for (let x = 1; x < widthPx - 1; x++) {
      const at = top * halfWidth + ((x - 1) >> 1);
      const left = x % 2 === 1 ? 0.75 : 0.25;
      const upper = field[at]! * left + field[at + 1]! * (1 - left);
      const lower = field[at + halfWidth]! * left + field[at + halfWidth + 1]! * (1 - left);
      if (upper * near + lower * (1 - near) > 0) lines[y * widthPx + x] = 1;
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

/** Only pixels on the edge of a ridge can go; taking one away puts its neighbours on the edge. */
function thin(lines: Uint8Array, widthPx: number): void {
  const sides = [-widthPx, -1, 1, widthPx] as const;
  const edge = new Int32Array(lines.length);
  const onEdge = new Uint8Array(lines.length);
  let count = 0;
  for (let at = widthPx; at < lines.length - widthPx; at++) {
    if (lines[at] === 0 || lines[at - 1]! + lines[at + 1]! + lines[at - widthPx]! + lines[at + widthPx]! === 4) continue;
    onEdge[at] = 1;
    edge[count++] = at;
  }
  const taken = new Int32Array(lines.length);
  for (let gone = 1, idle = 0, pass = 1; idle < 2; pass = 3 - pass, idle = gone > 0 ? 0 : idle + 1) {
    gone = 0;
    let kept = 0;
    for (let n = 0; n < count; n++) {
      const at = edge[n]!;
      if ((REMOVABLE[neighbourCode(lines, at, widthPx)]! & pass) === 0) edge[kept++] = at;
      else taken[gone++] = at;
    }
    for (let n = 0; n < gone; n++) lines[taken[n]!] = 0;
    for (let n = 0; n < gone; n++) {
      for (let k = 0; k < 4; k++) {
        const at = taken[n]! + sides[k]!;
        if (lines[at] === 0 || onEdge[at] === 1) continue;
        onEdge[at] = 1;
        edge[kept++] = at;
      }
    }
    count = kept;
  }
}
