import type { GrayImage } from './gray-image.ts';

/** 32-bit linear congruential generator: the same numbers on every machine. */
export function seededNoise(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/**
 * A seeded picture with the frequencies of a print: curved ridges of about 9 px at 500 ppi, fading to a light border.
 * It is no fingerprint (no minutiae, no class): it exercises codecs and benches. Source: none, made up here.
 */
export function syntheticRidges(size: { readonly widthPx: number; readonly heightPx: number; readonly seed: number }): GrayImage {
  const { widthPx, heightPx } = size;
  const random = seededNoise(size.seed);
  const centreX = widthPx * (0.4 + 0.2 * random());
  const centreY = heightPx * (0.4 + 0.2 * random());
  const twist = 6 + 6 * random();
  const pixels = new Uint8Array(widthPx * heightPx);
  for (let y = 0; y < heightPx; y++) {
    for (let x = 0; x < widthPx; x++) {
      const dx = x - centreX;
      const dy = y - centreY;
      const radius = Math.sqrt(dx * dx + dy * dy);
      const inside = 1 / (1 + Math.exp((Math.hypot(dx / widthPx, dy / heightPx) - 0.42) * 40));
      const ridge = Math.sin((radius * 2 * Math.PI) / 9 + Math.atan2(dy, dx) * twist + Math.sin(x / 37) + Math.sin(y / 29));
      const grey = 235 - inside * (85 - 70 * ridge) + 6 * (random() - 0.5);
      pixels[y * widthPx + x] = Math.max(0, Math.min(255, Math.round(grey)));
    }
  }
  return { widthPx, heightPx, pixels, ppi: 500 };
}
