import { ANGLES, normalOf } from './gabor-bank.ts';
import { NO_SKIN, type Skin } from './ridge-engine.ts';

/** A point around which the phase of the ridge wave turns once: there is a line more on the side that `towardsRad` shows. Half-size pixels. */
export type PhaseTurn = { readonly x: number; readonly y: number; readonly towardsRad: number };

/** Turns of opposite sense nearer than this are one blemish of the growth, not two minutiae. Pixels of the half-size field. */
const BLEMISH_PX = 3;

type Residue = { readonly x: number; readonly y: number; readonly sense: 1 | -1 };

/**
 * Minutiae as what they are in the AM-FM picture of a print: points around which the phase turns once, with a line more
 * on one side than on the other (Larkin and Fletcher, Optics Express 15, 2007).
 */
export function phaseTurns({ even, odd }: { readonly even: Float32Array; readonly odd: Float32Array }, skin: Skin): readonly PhaseTurn[] {
  const phase = even.map((value, at) => (skin.kernelAt[at] === NO_SKIN ? 0 : Math.atan2(-odd[at]!, value)));
  return withoutBlemishes(residuesOf(phase, skin)).map(({ x, y, sense }) => {
    const along = normalOf(skin.kernelAt[Math.floor(y) * skin.widthPx + Math.floor(x)]!) - Math.PI / 2;
    return { x, y, towardsRad: sense > 0 ? along : along + Math.PI };
  });
}

function residuesOf(phase: Float32Array, { widthPx, heightPx, kernelAt }: Skin): readonly Residue[] {
  const found: Residue[] = [];
  for (let y = 0; y < heightPx - 1; y++) {
    for (let x = 0; x < widthPx - 1; x++) {
      const [a, b, d] = [y * widthPx + x, y * widthPx + x + 1, (y + 1) * widthPx + x];
      const c = d + 1;
      const kernel = kernelAt[a]!;
      if (kernel === NO_SKIN || kernelAt[b] === NO_SKIN || kernelAt[c] === NO_SKIN || kernelAt[d] === NO_SKIN) continue;
      // Directions are known up to a half turn only: neighbours are made to look the same way before phases are compared.
      const pa = phase[a]!;
      const pb = sided(phase[b]!, kernelAt[b]!, kernel);
      const pc = sided(phase[c]!, kernelAt[c]!, kernel);
      const pd = sided(phase[d]!, kernelAt[d]!, kernel);
      const turned = wrap(pb - pa) + wrap(pc - pb) + wrap(pd - pc) + wrap(pa - pd);
      if (Math.abs(turned) > Math.PI) found.push({ x: x + 0.5, y: y + 0.5, sense: turned > 0 ? 1 : -1 });
    }
  }
  return found;
}

const sided = (phase: number, kernel: number, reference: number): number =>
  Math.abs((kernel % ANGLES) - (reference % ANGLES)) > ANGLES / 2 ? -phase : phase;

const wrap = (angle: number): number => angle - 2 * Math.PI * Math.round(angle / (2 * Math.PI));

function withoutBlemishes(residues: readonly Residue[]): readonly Residue[] {
  const gone = new Set<Residue>();
  for (const one of residues) {
    if (gone.has(one)) continue;
    const partner = residues.find((other) => !gone.has(other) && other.sense !== one.sense && Math.hypot(other.x - one.x, other.y - one.y) < BLEMISH_PX);
    if (partner !== undefined) gone.add(one).add(partner);
  }
  return residues.filter((one) => !gone.has(one));
}
