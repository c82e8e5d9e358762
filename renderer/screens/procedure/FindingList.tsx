import type { FindingView } from '../../../electron/contract/procedure-facts.ts';
import { formatTime } from '../../../electron/core/time/format.ts';
import { useT } from '../../app/hooks.ts';
import { Button, Shape } from '../../ui/index.ts';

const TONE = { block: 'stop', warning: 'look', info: 'now' } as const;
const SHAPE = { block: 'square', warning: 'triangle', info: 'circle' } as const;

/** Told openly, because it explains why steps are missing or what is still open. */
const SHOWN: ReadonlySet<string> = new Set(['capture.none-by-age', 'capture.reuses-last', 'capture.nothing-on-file', 'capture.last-unconfirmed', 'reception.unconfirmed']);

/** What may be done about a finding. */
export type FindingAction = { readonly label: string; readonly run: () => void; readonly shortcut?: string };
export type FindingListProps = { readonly findings: readonly FindingView[]; readonly actionsOf: (finding: FindingView) => readonly FindingAction[] };

/** What stands in the way first, each with its ways out; then what was passed with a reason; what is only told is folded away. */
export function FindingList({ findings, actionsOf }: FindingListProps) {
  const t = useT('procedure');
  const standing = findings.filter((one) => one.standing);
  const answered = findings.filter((one) => one.passed !== null);
  const shown = findings.filter((one) => !one.standing && one.passed === null && SHOWN.has(one.code));
  const told = findings.filter((one) => !one.standing && one.passed === null && !SHOWN.has(one.code));
  if (findings.length === 0) return null;
  return (
    <section className="findings" aria-label={t('findings')}>
      {[...standing, ...answered, ...shown].map((one) => <FindingLine key={one.code} finding={one} actions={actionsOf(one)} />)}
      {told.length > 0 && (
        <details className="findings-told">
          <summary>{t('findings.told', { count: told.length })}</summary>
          {told.map((one) => <FindingLine key={one.code} finding={one} actions={actionsOf(one)} />)}
        </details>
      )}
    </section>
  );
}

function FindingLine({ finding, actions }: { readonly finding: FindingView; readonly actions: readonly FindingAction[] }) {
  const t = useT('procedure');
  const sentences = useT('findings');
  const { code, severity, standing, passed, mark, source, article } = finding;
  const tone = standing ? TONE[severity] : 'now';
  return (
    <div className={`finding finding-${passed === null ? tone : 'done'}`} role={standing ? 'alert' : undefined}>
      <span className="finding-shape"><Shape name={passed === null ? SHAPE[severity] : 'check'} /></span>
      <div className="finding-words">
        <p>{sentences(code, finding.detail)}</p>
        {passed !== null && <p className="finding-reason">{t('findings.passed', { reason: passed.reason, by: passed.by, at: formatTime(passed.at) })}</p>}
        <p className="finding-basis">{t(`findings.severity.${severity}`)} · {mark === 'unverified' ? t('findings.unverified') : t('findings.basis', { basis: basisWords(source, article, t('article')) })}</p>
      </div>
      <div className="finding-actions">
        {actions.map(({ label, run, shortcut }) => <Button key={label} onClick={run} {...(shortcut === undefined ? {} : { shortcut })}>{label}</Button>)}
      </div>
    </div>
  );
}

/** Short names of the texts, as an officer cites them; others are named by their article alone. */
const TEXTS: Readonly<Record<string, string>> = {
  'law-2014': 'Luật CCCD 59/2014/QH13', 'law-2023': 'Luật Căn cước 26/2023/QH15', 'tt60-2021': 'TT 60/2021/TT-BCA', 'tt17-2024': 'TT 17/2024/TT-BCA', 'tt53-2025': 'TT 53/2025/TT-BCA',
  'qd5710-2025': 'QĐ 5710/QĐ-BCA-C06', 'qd5230-2026': 'QĐ 5230/QĐ-BCA-C06', 'nd58-2026': 'NĐ 58/2026/NĐ-CP', 'fees-2019': 'TT 59/2019/TT-BTC', 'fees-2024': 'TT 73/2024/TT-BTC',
};

const basisWords = (source: string, article: string, word: string): string =>
  [TEXTS[source] ?? '', article.replaceAll(/Articles?/g, word)].filter((part) => part !== '').join(', ');
