import type { PortraitAnalysis, PrintAnalysis } from '../../../../electron/contract/analysis.ts';
import type { SealedData } from '../../../../electron/contract/sealed.ts';

export const ATTEMPT_LOG_FORMAT = 'tram-can-cuoc/attempt-log/1';

type Attempt = SealedData['attempts'][number];

/**
 * `attempts.json`: every try at every image, those that were rejected included, with what the station measured. It says what
 * `dossier.json` says, without the citizen: for the statistics of those who look after counters. A measure that failed is null.
 */
export function attemptLogOf({ attempts }: Pick<SealedData, 'attempts'>): object {
  return { format: ATTEMPT_LOG_FORMAT, attempts: attempts.map(entryOf) };
}

function entryOf({ slot, attempt, at, device, outcome, reason, analysis }: Attempt): object {
  return {
    slot, n: attempt, at, outcome, reason,
    device: device === null ? null : { model: device.model, serial: device.serial, driver: device.driver, simulated: device.simulated },
    ...(analysis === null ? { measure: null, verdict: null, qualities: [], problems: [] } : analysis.kind === 'fingerprint' ? printEntry(analysis) : portraitEntry(analysis)),
  };
}

function printEntry({ measure, verdict, segments, problems }: PrintAnalysis): object {
  return {
    measure, verdict,
    qualities: segments.map(({ finger, quality, reasons }) => ({ finger, quality, reasons })),
    problems: problems.map(({ kind }) => kind),
  };
}

/** `qualities` stays the fingers'; what a portrait failed are the names of its criteria. */
const portraitEntry = ({ measure, verdict, criteria }: PortraitAnalysis): object => ({ measure, verdict, qualities: [], problems: criteria.filter(({ ok }) => !ok).map(({ criterion }) => criterion) });
