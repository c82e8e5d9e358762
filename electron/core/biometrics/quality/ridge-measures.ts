import type { GrayImage } from '../image/gray-image.ts';
import { coherenceAt, FLOW_CELL_PX, ridgeFlowOf, type RidgeFlow } from '../minutiae/ridge-flow.ts';
import { openMask, type CellGrid } from '../raster/cell-map.ts';
import { labelRegions } from '../raster/label-regions.ts';
import { periodIndexAt, ridgePeriodsOf, type PeriodMap } from '../minutiae/ridge-period.ts';
import { atHalfPpi } from '../raster/halve.ts';
import { lightLinesMm } from './light-lines.ts';
import { ridgeClarityOf } from './ridge-clarity.ts';

/** Side of a flow cell on the finger: 8 px at 500 ppi, mm. */
const CELL_MM = (2 * FLOW_CELL_PX * 25.4) / 500;

/** Smaller pieces of contact than this share of the largest are a neighbour's edge or dirt. */
const PIECE_SHARE = 0.25;

/** What a print looks like, in numbers that don't depend on who it belongs to. Shares are 0..1 of the contact area. */
export type RidgeMeasures = {
  readonly contactMm2: number;
  /** Mean clearness of direction; contact without ridges counts as 0 here and below. */
  readonly coherence: number;
  /** Mean faithfulness of the ridge rhythm. */
  readonly repeat: number;
  /** How cleanly ridges part from valleys (`ridge-clarity.ts`). */
  readonly clarity: number;
  /** Height of the ridge wave over the range from ink to ground. */
  readonly relief: number;
  /** Length of light lines that cross ridges, mm. */
  readonly lightLinesMm: number;
  /** Mean gradient over the range from ink to ground: falls with blur. */
  readonly acuteness: number;
  /** Share of dark pixels: about a half for good pressure and moisture. */
  readonly darkShare: number;
  /** Share of contact that is dark all over. */
  readonly floodedShare: number;
  /** Share that is grey or dark without a ridge rhythm. */
  readonly lostShare: number;
  /** 0 the ridges that remain run every way, 1 all one way: motion leaves only those along it. */
  readonly oneWay: number;
  /** Share of the contact's outline that the border of the image cuts. */
  readonly cutShare: number;
  /** Grey difference of ground and ink. */
  readonly range: number;
};

/** Sides on which the image ends because the glass does; the others were cut out of a larger image. */
export type GlassEdges = { readonly left: boolean; readonly top: boolean; readonly right: boolean; readonly bottom: boolean };
export const WHOLE_GLASS: GlassEdges = { left: true, top: true, right: true, bottom: true };

/** `undefined` when the image shows no contact to measure. Errors: `RangeError` as `atWorkingPpi`. */
export function measureRidges(image: GrayImage, edges: GlassEdges = WHOLE_GLASS): RidgeMeasures | undefined {
  const half = atHalfPpi(image);
  const flow = ridgeFlowOf(half);
  if (!flow.mask.includes(1)) return undefined;
  const tones = tonesOf(half, flow);
  const contact = contactOf(flow, tones);
  const cells = contact.reduce((sum, set) => sum + set, 0);
  const ridges = ridgesOf(flow, ridgePeriodsOf(half, flow), contact);
  const { clarity, relief } = ridgeClarityOf(half, flow, contact);
  return {
    contactMm2: cells * CELL_MM * CELL_MM, range: tones.range, darkShare: tones.darkShare,
    coherence: ridges.coherence / cells, repeat: ridges.repeat / cells, lostShare: ridges.lost / cells,
    clarity, relief: relief / Math.max(1, tones.range), lightLinesMm: lightLinesMm(half, flow, { cells: contact, tones }),
    acuteness: ridges.amplitude / cells / Math.max(1, tones.range), floodedShare: floodedCells(flow, contact, tones) / cells,
    oneWay: ridges.oneWay, cutShare: cutShareOf(flow, contact, edges),
  };
}

type Tones = { readonly dark: number; readonly range: number; readonly darkShare: number };

/** Ink and ground as the 5th and 98th percentile of the greys where ridges are, and how much lies below their middle. */
function tonesOf(half: GrayImage, flow: RidgeFlow): Tones {
  const histogram = new Uint32Array(256);
  let total = 0;
  for (let y = 0; y < flow.rows * FLOW_CELL_PX; y++) {
    const row = Math.floor(y / FLOW_CELL_PX) * flow.columns;
    for (let x = 0; x < flow.columns * FLOW_CELL_PX; x++) {
      if (flow.mask[row + Math.floor(x / FLOW_CELL_PX)] === 0) continue;
      const grey = half.pixels[y * half.widthPx + x]!;
      histogram[grey] = histogram[grey]! + 1;
      total++;
    }
  }
  const level = (share: number): number => {
    let sum = 0;
    return Math.max(0, histogram.findIndex((count) => (sum += count) >= share * total));
  };
  const dark = level(0.05), light = level(0.98);
  const below = histogram.subarray(0, Math.ceil((dark + light) / 2)).reduce((sum, count) => sum + count, 0);
  return { dark, range: light - dark, darkShare: below / total };
}

/** Where skin touched: ridges, and grey patches where they are gone. Only the largest piece and what comes near it in size. */
function contactOf(flow: RidgeFlow, { dark, range }: Tones): Uint8Array {
  const touched = flow.mask.map((set, at) => (set === 1 || flow.mean[at]! < dark + 0.72 * range ? 1 : 0));
  const pieces = labelRegions(openMask(touched, flow, 2), flow, 1);
  const largest = pieces.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  const contact = new Uint8Array(touched.length);
  for (const { cells } of pieces) if (cells.length >= PIECE_SHARE * largest) for (const at of cells) contact[at] = 1;
  return contact.includes(1) ? contact : flow.mask;
}

function ridgesOf(flow: RidgeFlow, periods: PeriodMap, contact: Uint8Array): { coherence: number; repeat: number; lost: number; amplitude: number; oneWay: number } {
  let coherence = 0, repeat = 0, lost = 0, amplitude = 0, cos2 = 0, sin2 = 0, strength = 0;
  for (let at = 0; at < flow.mask.length; at++) {
    if (contact[at] === 0) continue;
    if (flow.mask[at] === 0) {
      lost++;
      continue;
    }
    const clear = coherenceAt(flow, at);
    const rhythm = periods.repeat[periodIndexAt(periods, at % flow.columns, Math.floor(at / flow.columns))]!;
    coherence += clear;
    repeat += rhythm;
    lost += rhythm === 0 ? 1 : 0;
    amplitude += flow.amplitude[at]!;
    const power = flow.amplitude[at]! ** 2;
    cos2 += flow.cos2[at]! * power;
    sin2 += flow.sin2[at]! * power;
    strength += clear * power;
  }
  return { coherence, repeat, lost, amplitude, oneWay: strength === 0 ? 0 : Math.hypot(cos2, sin2) / strength };
}

/** Cells nearly as dark as ink all over: ridges have run together. */
const floodedCells = (flow: RidgeFlow, contact: Uint8Array, tones: Tones): number =>
  contact.reduce((sum, set, at) => sum + (set === 1 && flow.mean[at]! < tones.dark + 0.25 * tones.range ? 1 : 0), 0);

function cutShareOf({ columns, rows }: CellGrid, mask: Uint8Array, edges: GlassEdges): number {
  let cut = 0, outline = 0;
  for (let at = 0; at < mask.length; at++) {
    if (mask[at] === 0) continue;
    const column = at % columns, row = Math.floor(at / columns);
    const border = column === 0 || row === 0 || column === columns - 1 || row === rows - 1;
    if ((edges.left && column === 0) || (edges.top && row === 0) || (edges.right && column === columns - 1) || (edges.bottom && row === rows - 1)) cut++;
    if (border || mask[at - 1] === 0 || mask[at + 1] === 0 || mask[at - columns] === 0 || mask[at + columns] === 0) outline++;
  }
  return outline === 0 ? 0 : cut / outline;
}
