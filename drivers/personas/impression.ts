import { fingerInk } from './finger-ink.ts';
import { between, gaussian, joinSeeds, randomFrom } from './persona-random.ts';
import { Platen } from './platen.ts';
import type { Impression, ImpressionRequest, MasterFinger } from './prints.ts';
import { layResidue } from './residue.ts';

const PLAIN = { widthPx: 500, heightPx: 600 };
const ROLLED = { widthPx: 800, heightPx: 750 };

/** One touch of a finger alone. The same request gives the same image on every machine. */
export function impression(master: MasterFinger, { seed, kind, flaw, sizePx }: ImpressionRequest): Impression {
  const random = randomFrom(joinSeeds(master.seed, seed, kind === 'rolled' ? 2 : 1));
  const platen = new Platen(sizePx ?? (kind === 'rolled' ? ROLLED : PLAIN));
  const place = { x: platen.widthPx / 2 + gaussian(random) * 8, y: platen.heightPx / 2 + gaussian(random) * 10, turnRad: between(random, -0.03, 0.03) };
  const finger = fingerInk({ master, place, kind, flaw, random });
  platen.lay(finger.patch);
  if (flaw === 'residue') layResidue(platen, { master, place, kind, random });
  const { finger: name, patternClass } = master;
  const { angleDeg, box, minutiae } = finger;
  return { raster: platen.read(random), truth: { finger: name, place: name, patternClass, angleDeg, box, minutiae, flaw } };
}
