import { encodeText } from '../itl/charset.ts';

/** One sample of a pen: pad pixels from the upper left, pressure 0 (lifted) .. `FULL_PRESSURE`, milliseconds since the first sample. */
export type PenPoint = { readonly x: number; readonly y: number; readonly pressure: number; readonly tMs: number };
/** A signature as it was written. `ppi` = pad pixels an inch. */
export type PenStrokes = { readonly widthPx: number; readonly heightPx: number; readonly ppi: number; readonly samples: readonly PenPoint[] };

export const FULL_PRESSURE = 1023;
/** Ten minutes of writing on the fastest pad. */
const MOST_SAMPLES = 120_000;
const MOST_SIDE_PX = 20_000;
const COLUMNS = ['x', 'y', 'pressure', 'tMs'] as const;

/** The file a signature is kept as. Format: docs/devices/sim-signature-pad.md. Samples are rows of numbers, so the file stays small and its order fixed. */
export function writePenStrokes({ widthPx, heightPx, ppi, samples }: PenStrokes): Uint8Array {
  const rows = samples.map((sample) => COLUMNS.map((column) => sample[column]));
  return encodeText(JSON.stringify({ format: 'pen-strokes', version: 1, widthPx, heightPx, ppi, columns: COLUMNS, samples: rows }), 'utf-8');
}

/** Undefined for anything that is not such a file: other columns, numbers out of range, times that run backwards. */
export function readPenStrokes(text: string): PenStrokes | undefined {
  const file = parse(text);
  if (file === undefined || file['format'] !== 'pen-strokes' || file['version'] !== 1 || String(file['columns']) !== String(COLUMNS)) return undefined;
  const { widthPx, heightPx, ppi, samples } = file;
  if (!isCount(widthPx, MOST_SIDE_PX) || !isCount(heightPx, MOST_SIDE_PX) || !isCount(ppi, MOST_SIDE_PX) || widthPx * heightPx * ppi === 0) return undefined;
  if (!Array.isArray(samples) || samples.length > MOST_SAMPLES) return undefined;
  const points: PenPoint[] = [];
  let lastMs = 0;
  for (const row of samples as unknown[]) {
    if (!Array.isArray(row) || row.length !== COLUMNS.length) return undefined;
    const [x, y, pressure, tMs] = row as unknown[];
    if (!isWithin(x, widthPx) || !isWithin(y, heightPx) || !isCount(pressure, FULL_PRESSURE) || !isCount(tMs, Number.MAX_SAFE_INTEGER) || tMs < lastMs) return undefined;
    points.push({ x, y, pressure, tMs });
    lastMs = tMs;
  }
  return { widthPx, heightPx, ppi, samples: points };
}

function parse(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

const isCount = (value: unknown, most: number): value is number => Number.isInteger(value) && (value as number) >= 0 && (value as number) <= most;
const isWithin = (value: unknown, most: number): value is number => typeof value === 'number' && value >= 0 && value <= most;
