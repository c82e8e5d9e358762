import { labelRegions } from '../raster/label-regions.ts';
import { fitFingertip, type Fingertip } from './fingertip-shape.ts';
import type { Foreground } from './foreground.ts';
import { splitAtNecks } from './split-regions.ts';

/** Smaller patches (7 × 7 mm) are no fingertip of anybody who gets a card. */
const LEAST_CELLS = 150;
/** A scrap is smaller than this share of the usual fingertip beside it. */
const SCRAP_SHARE = 0.3;
/** Beside the border a piece narrower than this share of the usual width belongs to a neighbour outside. */
const EDGE_WIDTH_SHARE = 0.6;

/** The fingertips that an image shows, from left to right across the hand, with the hand's own turn (radians, clockwise). */
export function findFingertips(foreground: Foreground): { readonly tips: readonly Fingertip[]; readonly handAngleRad: number } {
  const pieces = labelRegions(foreground.mask, foreground, LEAST_CELLS)
    .flatMap((region) => splitAtNecks(region, foreground))
    .filter((region) => region.cells.length >= LEAST_CELLS)
    .map((region) => fitFingertip(region, foreground, foreground.amplitude));
  const usualWidth = median(pieces.map((piece) => piece.width));
  const whole = pieces.filter((piece) => !isEdgeScrap(piece, foreground, usualWidth));
  const tips = withoutScraps(foremostOf(withoutScraps(whole)));
  const handAngleRad = meanAngle(tips);
  const across = (tip: Fingertip): number => tip.centreX * Math.cos(handAngleRad) + tip.centreY * Math.sin(handAngleRad);
  return { tips: tips.toSorted((a, b) => across(a) - across(b)), handAngleRad };
}

/** Before anything is taken for lying behind it, and again once only tips are left. */
function withoutScraps(pieces: readonly Fingertip[]): readonly Fingertip[] {
  const usualCells = median(pieces.map((piece) => piece.region.cells.length));
  return pieces.filter((piece) => piece.region.cells.length >= SCRAP_SHARE * usualCells);
}

const foremostOf = (pieces: readonly Fingertip[]): readonly Fingertip[] =>
  pieces.filter((piece) => !pieces.some((other) => other !== piece && liesBehind(piece, other)));

function isEdgeScrap({ region, width }: Fingertip, { columns, rows }: Foreground, usualWidth: number): boolean {
  const wide = region.right - region.left + 1;
  const high = region.bottom - region.top + 1;
  const beside = region.left === 0 || region.right === columns - 1;
  const aboveOrBelow = region.top === 0 || region.bottom === rows - 1;
  return (beside && wide < EDGE_WIDTH_SHARE * usualWidth) || (aboveOrBelow && high < EDGE_WIDTH_SHARE * usualWidth) || width < 0.4 * usualWidth;
}

/** True when `piece` is the phalanx below the tip `other`: in its line, further back. */
function liesBehind(piece: Fingertip, other: Fingertip): boolean {
  const dx = piece.centreX - other.centreX;
  const dy = piece.centreY - other.centreY;
  const lean = Math.max(-0.3, Math.min(0.3, other.angleRad));
  const back = -dx * Math.sin(lean) + dy * Math.cos(lean);
  const beside = dx * Math.cos(lean) + dy * Math.sin(lean);
  return back > 0.6 * other.length && Math.abs(beside) < 0.55 * other.width;
}

/** Mean turn, each tip counting by how long it is for its width: a round one says nothing of direction. */
function meanAngle(tips: readonly Fingertip[]): number {
  let sum = 0, weight = 0;
  for (const tip of tips) {
    const say = Math.max(0.02, tip.length / tip.width - 1);
    sum += tip.angleRad * say;
    weight += say;
  }
  return weight === 0 ? 0 : sum / weight;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}
