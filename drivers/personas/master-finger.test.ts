import { describe, expect, it } from 'vitest';
import { FINGERS, type Finger } from '../../electron/core/dossier/capture-slots.ts';
import { kernelNumber } from './gabor-bank.ts';
import { masterFinger } from './master-finger.ts';
import { drawClass } from './pattern-class.ts';
import { randomFrom } from './persona-random.ts';
import type { PatternClass } from './prints.ts';
import { NO_SKIN, type Skin } from './ridge-engine.ts';
import { ridgeFlowOf } from './ridge-flow.ts';
import { growRidges } from './ridges.ts';

/** A square of skin whose ridges all run one way. */
function evenSkin(sidePx: number, angle: number, period: number): Skin {
  const kernelAt = new Uint16Array(sidePx * sidePx).fill(NO_SKIN);
  for (let y = 5; y < sidePx - 5; y++) kernelAt.fill(kernelNumber(angle, period), y * sidePx + 5, (y + 1) * sidePx - 5);
  return { widthPx: sidePx, heightPx: sidePx, kernelAt };
}

describe('grown ridges', () => {
  it.each([0, Math.PI / 4, Math.PI / 2])('run along a flow of %f rad, one period apart', (angle) => {
    const size = 120;
    const period = 4.54;
    const { ridges } = growRidges(evenSkin(size, angle, period), randomFrom(9));
    const crossingsAlong = (direction: number): number => {
      let crossings = 0;
      let low = false; // a swing counts from well below to well above zero: whole pixels jitter around it
      for (let t = -40; t <= 40; t += 0.25) {
        const now = ridges[Math.round(size / 2 + t * Math.sin(direction)) * size + Math.round(size / 2 + t * Math.cos(direction))]!;
        if (now < -0.3) low = true;
        else if (low && now > 0.3) {
          low = false;
          crossings++;
        }
      }
      return crossings;
    };
    const across = crossingsAlong(angle + Math.PI / 2);
    expect(80 / across).toBeGreaterThan(period * 0.85);
    expect(80 / across).toBeLessThan(period * 1.2);
    expect(crossingsAlong(angle)).toBeLessThan(across / 2);
  });
});

describe('pattern classes', () => {
  it('come in the natural shares over all fingers', () => {
    const random = randomFrom(1);
    const people = 3_000;
    const counts = new Map<PatternClass, number>();
    for (let n = 0; n < people; n++) {
      for (const finger of FINGERS) {
        const kind = drawClass(random, finger);
        counts.set(kind, (counts.get(kind) ?? 0) + 1);
      }
    }
    const share = (kind: PatternClass): number => ((counts.get(kind) ?? 0) / (people * FINGERS.length)) * 100;
    expect(Math.abs(share('arch') - 3.7)).toBeLessThan(0.5);
    expect(Math.abs(share('tented-arch') - 2.9)).toBeLessThan(0.5);
    expect(Math.abs(share('left-loop') - 33.8)).toBeLessThan(1);
    expect(Math.abs(share('right-loop') - 31.7)).toBeLessThan(1);
    expect(Math.abs(share('whorl') - 27.9)).toBeLessThan(1);
  });

  it.each([['arch', 0, 0], ['tented-arch', 1, 1], ['left-loop', 1, 1], ['right-loop', 1, 1], ['whorl', 2, 2]] as const)('the flow of %s turns by half around %i cores and %i deltas', (kind, cores, deltas) => {
    const flow = ridgeFlowOf(kind, randomFrom(12));
    expect([flow.cores.length, flow.deltas.length]).toEqual([cores, deltas]);
    const turnAround = (point: { x: number; y: number }): number => {
      let turned = 0;
      for (let n = 0; n < 64; n++) {
        const at = (k: number): number => flow.angleAt(point.x + 4 * Math.cos((k * Math.PI) / 32), point.y + 4 * Math.sin((k * Math.PI) / 32));
        const step = at(n + 1) - at(n);
        turned += step - Math.PI * Math.round(step / Math.PI);
      }
      return turned / Math.PI;
    };
    for (const core of flow.cores) expect(turnAround(core)).toBeCloseTo(1, 5);
    for (const delta of flow.deltas) expect(turnAround(delta)).toBeCloseTo(-1, 5);
  });
});

describe('master finger', () => {
  it('the same seed and finger grow the same skin, another finger or person another', () => {
    const skin = (seed: number, finger: Finger): string => Buffer.from(masterFinger(seed, finger).ridges.buffer).toString('latin1');
    const one = skin(5, 'right-index');
    skin(6, 'left-thumb');
    expect(skin(5, 'right-index') === one).toBe(true);
    expect(skin(6, 'right-index') === one).toBe(false);
    expect(skin(5, 'left-index') === one).toBe(false);
  });

  it('grows as many minutiae as skin has', () => {
    for (const seed of [1, 2, 3, 4]) {
      const { minutiae, widthPx, heightPx } = masterFinger(seed, 'right-middle');
      // 500 ppi = 19.7 px per mm; skin is an ellipse in its field.
      const perSquareMm = minutiae.length / ((Math.PI / 4) * (widthPx / 19.685) * (heightPx / 19.685));
      expect(perSquareMm).toBeGreaterThan(0.06);
      expect(perSquareMm).toBeLessThan(0.25);
    }
  });

  it('tells where a line is lost', () => {
    const { minutiae, ridges, widthPx } = masterFinger(4, 'right-index');
    const heightAt = (x: number, y: number): number => {
      const [left, top] = [Math.floor(x), Math.floor(y)];
      const row = (at: number): number => ridges[at]! + (ridges[at + 1]! - ridges[at]!) * (x - left);
      return row(top * widthPx + left) * (top + 1 - y) + row((top + 1) * widthPx + left) * (y - top);
    };
    const alone = minutiae.filter((one) => minutiae.every((other) => other === one || Math.hypot(other.x - one.x, other.y - one.y) > 22));
    const losses = alone.map(({ x, y, angleRad }) => {
      const [ux, uy] = [Math.cos(angleRad), Math.sin(angleRad)];
      /** Edges of ridges met by a short line across them, so far along. */
      const edges = (along: number): number => {
        const height = (t: number): number => heightAt(x + along * ux - t * uy, y + along * uy + t * ux);
        let count = 0;
        for (let t = -16; t < 16; t += 0.5) if (height(t) < 0 !== height(t + 0.5) < 0) count++;
        return count;
      };
      return [7, 9, 11, 13].reduce((sum, along) => sum + edges(-along) - edges(along), 0);
    });
    expect(alone.length).toBeGreaterThan(20);
    expect(losses.filter((loss) => loss > 0).length).toBeGreaterThan(alone.length * 0.7);
    expect(losses.filter((loss) => loss < 0).length).toBeLessThan(alone.length * 0.08);
  });
});
