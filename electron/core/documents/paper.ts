import { distance, type Quad } from './page-geometry.ts';

const MM_PER_INCH = 25.4;
/** Readable print at the centre. Own target, after the usual minimum for text recognition. */
export const READABLE_PPI = 200;

/** Long × short side in millimetres. Source: ISO 216; ISO/IEC 7810:2019 (ID-1); household book and old papers come as A5. */
export const PAPERS = { a4: [297, 210], a5: [210, 148], 'id-1': [85.6, 53.98] } as const;
export type PaperSize = keyof typeof PAPERS;
export const PAPER_SIZES = Object.keys(PAPERS) as readonly PaperSize[];

export type PageMeasure = {
  readonly paper: PaperSize;
  /** Upright or lying as seen in the picture. */
  readonly lying: boolean;
  /** Pixels an inch of the picture on this paper, in the worse direction and on the farther side. */
  readonly ppi: number;
};

/**
 * Sides tell a card from a sheet by their ratio. A4 and A5 have the same ratio and can't be told apart: the larger is taken, whose
 * resolution comes out lower, unless the officer says otherwise.
 */
export function measurePage([a, b, c, d]: Quad, told?: PaperSize): PageMeasure {
  const [across, down] = [mean(distance(a, b), distance(d, c)), mean(distance(a, d), distance(b, c))];
  const ratio = Math.max(across, down) / Math.min(across, down);
  const paper = told ?? (Math.abs(ratio - ratioOf('id-1')) < Math.abs(ratio - ratioOf('a4')) ? 'id-1' : 'a4');
  const [long, short] = PAPERS[paper];
  const lying = across > down;
  const [wideMm, highMm] = lying ? [long, short] : [short, long];
  const ppi = Math.min(Math.min(distance(a, b), distance(d, c)) / wideMm, Math.min(distance(a, d), distance(b, c)) / highMm) * MM_PER_INCH;
  return { paper, lying, ppi: Math.round(ppi) };
}

/** Pixels of a straightened page at this resolution. */
export function sizeAt({ paper, lying }: Pick<PageMeasure, 'paper' | 'lying'>, ppi: number): { readonly widthPx: number; readonly heightPx: number } {
  const [long, short] = PAPERS[paper].map((mm) => Math.round((mm / MM_PER_INCH) * ppi)) as [number, number];
  return lying ? { widthPx: long, heightPx: short } : { widthPx: short, heightPx: long };
}

const ratioOf = (paper: PaperSize): number => PAPERS[paper][0] / PAPERS[paper][1];
const mean = (a: number, b: number): number => (a + b) / 2;
