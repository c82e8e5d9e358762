import type { FingerBox } from '../../../electron/contract/analysis.ts';
import type { PrintQuality } from '../../../electron/core/biometrics/quality/print-quality.ts';
import type { Box } from '../../../electron/core/biometrics/raster/crop.ts';

/** A box of the engine as the contract has it; `scale` = px of the picture shown for one of the picture searched. */
export const boxIn = ({ leftPx, topPx, widthPx, heightPx }: Box, angleDeg: number, scale = 1): FingerBox => ({
  xPx: Math.round(leftPx * scale), yPx: Math.round(topPx * scale), widthPx: Math.max(1, Math.round(widthPx * scale)), heightPx: Math.max(1, Math.round(heightPx * scale)),
  angleDeg: Math.round(angleDeg * 10) / 10,
});

/** A failed measure has no number. */
export const scoreOf = (quality: PrintQuality): number | undefined => (quality.kind === 'measured' ? quality.score : undefined);
