/**
 * What is measured of a device and between which limits it is called healthy. The limits are this program's own, for
 * seeing wear early; they certify nothing. Levels are grey levels 0..255, shares are per cent of the picture.
 */
type Measure = { readonly unit: MeasureUnit; readonly min?: number; readonly max?: number };
export type MeasureUnit = 'level' | 'percent' | 'count' | 'fps' | 'ms' | 'mm' | 'hz' | 'score';

export const MEASURES = {
  /** Mean of the empty platen. A frustrated-total-reflection sensor is bright where nothing touches. */
  'platen-level': { unit: 'level', min: 180 },
  /** How far that mean has moved since the device was first measured here. */
  'platen-drift': { unit: 'level', max: 12 },
  /** Brightest less darkest sixteenth of the empty platen: light that fails on one side. */
  'platen-spread': { unit: 'level', max: 20 },
  /** Part of the empty platen that shows structure: grease, latent prints, scratches. */
  'platen-residue': { unit: 'percent', max: 2 },
  /** Single pixels that differ from all their neighbours in every frame. */
  'dead-pixels': { unit: 'count', max: 10 },
  'frame-rate': { unit: 'fps', min: 10 },
  /** 95 of 100 live frames come within this time after the one before. */
  'frame-gap': { unit: 'ms', max: 200 },
  /** From the start of a capture to the first live frame. */
  'first-frame': { unit: 'ms', max: 3_000 },
  /** Edge strength for the contrast there is; falls when the lens is off or dirty. */
  'camera-focus': { unit: 'score', min: 3 },
  'camera-exposure': { unit: 'level', min: 70, max: 215 },
  /** Part of the picture without any drawing left: black or burnt out. */
  'camera-clipped': { unit: 'percent', max: 35 },
  /** Root mean square distance of a line drawn along a ruler from the straight. */
  'pad-linearity': { unit: 'mm', max: 0.5 },
  'pad-rate': { unit: 'hz', min: 60 },
} as const satisfies Readonly<Record<string, Measure>>;

export type MeasureName = keyof typeof MEASURES;
export const MEASURE_NAMES = Object.keys(MEASURES) as readonly MeasureName[];
export type Reading = { readonly measure: MeasureName; readonly value: number };

export const limitsOf = (measure: MeasureName): Measure => MEASURES[measure];

export function isHealthy({ measure, value }: Reading): boolean {
  const { min = -Infinity, max = Infinity } = limitsOf(measure);
  return value >= min && value <= max;
}
