import type { Fingertip } from './fingertip-shape.ts';
import type { Foreground } from './foreground.ts';

/**
 * Which way the loops open, -1 (to the left) … 1 (to the right), 0 for whorls and arches: mean slant of the ridges in
 * the lower middle of the tip against its axis. Nine loops of ten open to the little finger.
 * Source: Maltoni et al., Handbook of Fingerprint Recognition, 2nd ed., section 5.2 (class shares).
 */
export function loopSlant(tip: Fingertip, { columns, cos2, sin2 }: Foreground): number {
  const { angleRad, tipX, tipY, width, length } = tip;
  const sin = Math.sin(angleRad), cos = Math.cos(angleRad);
  let slant = 0, strength = 0;
  for (const at of tip.region.cells) {
    const dx = (at % columns) - tipX, dy = Math.floor(at / columns) - tipY;
    const depth = (-dx * sin + dy * cos) / length, beside = (dx * cos + dy * sin) / width;
    if (depth < 0.3 || depth > 0.85 || Math.abs(beside) > 0.34) continue;
    const power = Math.hypot(cos2[at]!, sin2[at]!);
    // sin 2(θ − axis): positive for ridges that fall to the right.
    slant += sin2[at]! * Math.cos(2 * angleRad) - cos2[at]! * Math.sin(2 * angleRad);
    strength += power;
  }
  return strength === 0 ? 0 : slant / strength;
}
