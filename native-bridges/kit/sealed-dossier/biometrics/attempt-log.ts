import type { PortraitAnalysis, PrintAnalysis } from '../../../../electron/contract/analysis.ts';
import type { SealedData } from '../../../../electron/contract/sealed.ts';

export const ATTEMPT_LOG_FORMAT = 'tram-can-cuoc/attempt-log/2';

type Attempt = SealedData['attempts'][number];
type Logged = Pick<SealedData, 'id' | 'openedAt' | 'submittedAt' | 'capturePlan' | 'missingFingers' | 'captures' | 'attempts'>;

/**
 * `attempts.json`: every try at every image, those that gave none included, with what the station measured, showed and decided. It
 * says what `dossier.json` says, without the citizen: for the statistics of those who look after counters. A measure that failed is null.
 * Source of what is in it: BSI TR-03121-3 Volume 2, function modules LOG.
 */
export function attemptLogOf({ id, openedAt, submittedAt, capturePlan, missingFingers, captures, attempts }: Logged): object {
  const used = new Set(captures.map(({ sha256 }) => sha256));
  return {
    format: ATTEMPT_LOG_FORMAT, transaction: id, openedAt, submittedAt, prints: capturePlan.prints,
    missing: missingFingers.map(({ finger, reason, permanent }) => ({ finger, reason, permanent })),
    // Nothing at the station tells a finger from a cast or a face from a photo, and nothing claims to.
    presentationAttackDetection: null,
    attempts: attempts.map((attempt) => entryOf(attempt, attempt.outcome === 'accepted' && attempt.sha256 !== null && used.has(attempt.sha256))),
  };
}

function entryOf({ slot, attempt, at, device, outcome, reason, analysis, record, shown, veto }: Attempt, selected: boolean): object {
  return {
    slot, n: attempt, startedAt: record?.startedAt ?? null, at, outcome, reason, selected,
    forced: record?.forced ?? null, ppi: record?.ppi ?? null, limits: record?.limits ?? null, shown, veto,
    device: device === null ? null : { model: device.model, serial: device.serial, driver: device.driver, firmware: record?.firmware ?? '', simulated: device.simulated },
    ...(analysis === null ? NOTHING : analysis.kind === 'fingerprint' ? printEntry(analysis) : portraitEntry(analysis)),
  };
}

const NOTHING = { measure: null, verdict: null, qualities: [], problems: [], checks: null, rollCheck: null, criteria: [] };

const printEntry = ({ measure, verdict, segments, problems, checks, rollCheck }: PrintAnalysis): object => ({
  measure, verdict, checks: checks ?? null, rollCheck, criteria: [],
  qualities: segments.map(({ finger, quality, threshold, ok, reasons }) => ({ finger, quality, threshold, ok, reasons })),
  problems: problems.map(({ kind }) => kind),
});

/** `qualities` stays the fingers'; what a portrait failed are the names of its criteria, `one-face` among them: whether others were seen. */
const portraitEntry = ({ measure, template, verdict, criteria }: PortraitAnalysis): object => ({
  ...NOTHING, measure, verdict, template, criteria,
  problems: criteria.filter(({ ok }) => !ok).map(({ criterion }) => criterion),
});
