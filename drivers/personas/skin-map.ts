import type { Place } from './finger-ink.ts';
import { gaussian, smoothNoise, type Random } from './persona-random.ts';
import type { MasterFinger, TrueMinutia } from './prints.ts';
import { depthAt, type Touch } from './touch.ts';

/** Which point of the skin lies on which pixel of a patch of the image. Skin in px at 500 ppi, origin in the middle of the finger. */
export type SkinPoints = { readonly xAt: Float32Array; readonly yAt: Float32Array };
/** The patch besides: where it lies, and what is seen in it. */
export type SkinMap = SkinPoints & {
  readonly left: number;
  readonly top: number;
  readonly widthPx: number;
  readonly heightPx: number;
  /** A minutia as it lies in the image; none when it doesn't touch the glass. */
  readonly seen: (minutia: TrueMinutia, contact: Touch['contact']) => readonly TrueMinutia[];
};
type MapRequest = { readonly master: MasterFinger; readonly touch: Touch; readonly place: Place; readonly angleRad: number; readonly random: Random };

/** Skin is dragged unevenly over patches of this size. */
const DRAG_CELL_PX = 85;
const MARGIN_PX = 44;

/** Turn, stretch and drag of one touch: the pad is laid down, held by friction, and twists a little around its middle. */
export function skinMap({ master, touch, place, angleRad, random }: MapRequest): SkinMap {
  const [cos, sin] = [Math.cos(angleRad), Math.sin(angleRad)];
  const { scale } = master;
  const { x: cx, y: cy, aside, up, down } = touch.contact;
  const corners = [[cx - aside, cy - up], [cx + aside, cy - up], [cx - aside, cy + down], [cx + aside, cy + down]].map(([x, y]) => ({ x: (x! * cos - y! * sin) * scale, y: (x! * sin + y! * cos) * scale }));
  const left = Math.floor(place.x + Math.min(...corners.map(({ x }) => x)) - MARGIN_PX);
  const top = Math.floor(place.y + Math.min(...corners.map(({ y }) => y)) - MARGIN_PX);
  const widthPx = Math.ceil(place.x + Math.max(...corners.map(({ x }) => x)) + MARGIN_PX) - left;
  const heightPx = Math.ceil(place.y + Math.max(...corners.map(({ y }) => y)) + MARGIN_PX) - top;
  const dragX = smoothNoise(random, widthPx, heightPx, DRAG_CELL_PX);
  const dragY = smoothNoise(random, widthPx, heightPx, DRAG_CELL_PX);
  const twist = gaussian(random) * 0.022;
  const [xAt, yAt] = [new Float32Array(widthPx * heightPx), new Float32Array(widthPx * heightPx)];
  for (let row = 0, at = 0; row < heightPx; row++) {
    const dy = top + row - place.y;
    for (let column = 0; column < widthPx; column++, at++) {
      const dx = left + column - place.x;
      // The middle sticks first, the outside is turned on.
      const turn = twist * Math.min(1, (dx * dx + dy * dy) / 40_000);
      const x = ((dx - turn * dy) * cos + (dy + turn * dx) * sin) / touch.stretch;
      const y = (-(dx - turn * dy) * sin + (dy + turn * dx) * cos) / touch.stretch;
      xAt[at] = x + dragX[at]! * touch.dragPx;
      yAt[at] = y + dragY[at]! * touch.dragPx;
    }
  }
  const seen = (minutia: TrueMinutia, contact: Touch['contact']): readonly TrueMinutia[] => {
    const [x, y] = [minutia.x - master.widthPx / 2, minutia.y - master.heightPx / 2];
    if (depthAt(contact, x / scale, y / scale) < 0.3) return [];
    let [imageX, imageY] = [place.x + (x * cos - y * sin) * touch.stretch, place.y + (x * sin + y * cos) * touch.stretch];
    // The drag is small and slow: three corrections find the pixel whose skin this is.
    for (let round = 0; round < 3; round++) {
      const at = Math.min(heightPx - 1, Math.max(0, Math.round(imageY) - top)) * widthPx + Math.min(widthPx - 1, Math.max(0, Math.round(imageX) - left));
      const [missX, missY] = [x - xAt[at]!, y - yAt[at]!];
      imageX += missX * cos - missY * sin;
      imageY += missX * sin + missY * cos;
    }
    return [{ ...minutia, x: imageX, y: imageY, angleRad: (minutia.angleRad + angleRad + 4 * Math.PI) % (2 * Math.PI) }];
  };
  return { left, top, widthPx, heightPx, xAt, yAt, seen };
}
