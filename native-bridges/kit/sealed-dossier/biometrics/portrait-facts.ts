import type { SealedData } from '../../../../electron/contract/sealed.ts';
import type { FaceFacts } from '../../../../electron/core/biometrics/enrolment/face-record.ts';

/** What the station measured of the portrait that was kept; undefined where nobody did. Seal and centre read it from the same place. */
export function portraitFacts({ attempts }: Pick<SealedData, 'attempts'>, { sha256, widthPx }: SealedData['captures'][number]): FaceFacts['measured'] {
  const analysis = attempts.findLast((attempt) => attempt.sha256 === sha256)?.analysis;
  if (analysis?.kind !== 'portrait') return undefined;
  const { rightEye, leftEye, chin, criteria } = analysis;
  return { rightEye, leftEye, chin, criteria, widthPx };
}
