import type { FindingCode } from './finding-codes.ts';
import type { SourceKey } from './sources.ts';

/**
 * How far a fact can be trusted: `sourced` from a text that was read, `derived` from sourced facts by reasoning,
 * `unverified` general knowledge or sources that disagree. What is unverified warns and never blocks.
 */
export type Mark = 'sourced' | 'derived' | 'unverified';

/** Where a fact comes from; `article` is as precise as the source allows. */
export type Basis = { readonly mark: Mark; readonly source: SourceKey; readonly article?: string };

/** `block` needs the law behind it; `warning` may be passed with a logged reason; `info` is only told. */
export type Severity = 'info' | 'warning' | 'block';

/** What a check has to say. `code` is a translation key and a log field; `detail` holds no names, numbers or images of a citizen. */
export type Finding = {
  readonly code: FindingCode;
  readonly severity: Severity;
  readonly basis: Basis;
  readonly detail: Readonly<Record<string, string | number | boolean>>;
};

/** A finding that blocks only when its basis is not unverified: no correct citizen is turned away by a guess. */
export function finding(code: FindingCode, severity: Severity, basis: Basis, detail: Finding['detail'] = {}): Finding {
  return { code, severity: severity === 'block' && basis.mark === 'unverified' ? 'warning' : severity, basis, detail };
}

export const sourced = (source: SourceKey, article?: string): Basis => basisOf('sourced', source, article);
export const derived = (source: SourceKey, article?: string): Basis => basisOf('derived', source, article);
export const unverified = (source: SourceKey, article?: string): Basis => basisOf('unverified', source, article);

const basisOf = (mark: Mark, source: SourceKey, article: string | undefined): Basis => (article === undefined ? { mark, source } : { mark, source, article });

export const blocks = (findings: readonly Finding[]): boolean => findings.some(({ severity }) => severity === 'block');
/** Whether a finding may be passed by an officer who gives a reason: everything that doesn't block. */
export const isOverridable = ({ severity }: Finding): boolean => severity !== 'block';

/** First and last calendar day on which a datum holds, both included, `YYYY-MM-DD` in Vietnam; no `to` = until replaced. */
export type Period = { readonly from: string; readonly to?: string };
export const holdsOn = (period: Period, day: string): boolean => day >= period.from && (period.to === undefined || day <= period.to);
