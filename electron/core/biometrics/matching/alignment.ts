import type { Minutia } from '../minutiae/find-minutiae.ts';

/** Turns and shifts print a onto print b: x' = c·x − s·y + shiftX, y' = s·x + c·y + shiftY. */
export type Alignment = { readonly turnRad: number; readonly shiftX: number; readonly shiftY: number };
export type Pairing = { readonly a: number; readonly b: number; readonly weight: number };

/** The alignment that lays minutia `a` exactly on `b`. */
export function alignmentOf(a: Minutia, b: Minutia): Alignment {
  const turnRad = Math.atan2(Math.sin(b.angleRad - a.angleRad), Math.cos(b.angleRad - a.angleRad));
  const c = Math.cos(turnRad), s = Math.sin(turnRad);
  return { turnRad, shiftX: b.x - (c * a.x - s * a.y), shiftY: b.y - (s * a.x + c * a.y) };
}

/** Least squares over weighted pairs of points. Source: Umeyama, IEEE PAMI 13(4), 1991, without scale. */
export function fitAlignment(pairs: readonly Pairing[], a: readonly Minutia[], b: readonly Minutia[]): Alignment {
  let weight = 0, ax = 0, ay = 0, bx = 0, by = 0;
  for (const pair of pairs) {
    weight += pair.weight;
    ax += a[pair.a]!.x * pair.weight;
    ay += a[pair.a]!.y * pair.weight;
    bx += b[pair.b]!.x * pair.weight;
    by += b[pair.b]!.y * pair.weight;
  }
  ax /= weight; ay /= weight; bx /= weight; by /= weight;
  let dot = 0, cross = 0;
  for (const pair of pairs) {
    const ux = a[pair.a]!.x - ax, uy = a[pair.a]!.y - ay, vx = b[pair.b]!.x - bx, vy = b[pair.b]!.y - by;
    dot += (ux * vx + uy * vy) * pair.weight;
    cross += (ux * vy - uy * vx) * pair.weight;
  }
  const turnRad = Math.atan2(cross, dot);
  const c = Math.cos(turnRad), s = Math.sin(turnRad);
  return { turnRad, shiftX: bx - (c * ax - s * ay), shiftY: by - (s * ax + c * ay) };
}

/** Positions (x, y) and headings of minutiae after the alignment, three numbers each. */
export function aligned(minutiae: readonly Minutia[], { turnRad, shiftX, shiftY }: Alignment): Float32Array {
  const c = Math.cos(turnRad), s = Math.sin(turnRad);
  const out = new Float32Array(minutiae.length * 3);
  minutiae.forEach(({ x, y, angleRad }, n) => {
    out[3 * n] = c * x - s * y + shiftX;
    out[3 * n + 1] = s * x + c * y + shiftY;
    out[3 * n + 2] = angleRad + turnRad;
  });
  return out;
}

/** How far two alignments turn apart, 0..π. */
export const turnBetween = (one: Alignment, other: Alignment): number => Math.acos(Math.max(-1, Math.min(1, Math.cos(one.turnRad - other.turnRad))));

/** How far apart, px, two alignments lay the middle of the minutiae. */
export function shiftBetween(one: Alignment, other: Alignment, minutiae: readonly Minutia[]): number {
  const x = minutiae.reduce((sum, minutia) => sum + minutia.x, 0) / minutiae.length;
  const y = minutiae.reduce((sum, minutia) => sum + minutia.y, 0) / minutiae.length;
  const at = ({ turnRad, shiftX, shiftY }: Alignment): readonly [number, number] =>
    [Math.cos(turnRad) * x - Math.sin(turnRad) * y + shiftX, Math.sin(turnRad) * x + Math.cos(turnRad) * y + shiftY];
  const [u, v] = at(one), [w, z] = at(other);
  return Math.hypot(u - w, v - z);
}
