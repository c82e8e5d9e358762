import type { SelfTest, TestStep } from '../../../../electron/contract/technician.ts';
import { formatTime } from '../../../../electron/core/time/format.ts';
import { useFindText, useT } from '../../../i18n/i18n.ts';
import { Shape } from '../../../ui/index.ts';
import { useMeasureWords } from '../measure-words.ts';

/** What a self-test found, step by step: passed or not, the value beside its limit, and what to do. */
export function TestResult({ test }: { readonly test: SelfTest }) {
  const t = useT('technician');
  const failed = test.steps.filter(({ passed }) => !passed).length;
  return (
    <div className="test-result" role="status">
      <h3 className={test.passed ? 'tone-done' : 'tone-stop'}>
        <Shape name={test.passed ? 'check' : 'square'} /> {test.passed ? t('test.passed') : t('test.failed', { count: failed })} <span className="muted">{formatTime(test.at)}</span>
      </h3>
      <table className="table">
        <thead><tr><th scope="col">{t('test.step')}</th><th scope="col">{t('value')}</th><th scope="col">{t('test.limit')}</th><th scope="col">{t('test.verdict')}</th></tr></thead>
        <tbody>{failedFirst(test.steps).map((step, index) => <Row key={`${step.step}-${step.measure ?? index}`} step={step} />)}</tbody>
      </table>
    </div>
  );
}

/** What needs a hand comes first; the rest keeps its order. */
const failedFirst = (steps: readonly TestStep[]): readonly TestStep[] => [...steps.filter(({ passed }) => !passed), ...steps.filter(({ passed }) => passed)];

function Row({ step }: { readonly step: TestStep }) {
  const t = useT('technician');
  const find = useFindText();
  const words = useMeasureWords();
  const found = step.measure !== null && step.value !== null ? words.value(step.measure, step.value) : step.code === '' ? '–' : (find('technician', `code.${step.code}`) ?? step.code);
  return (
    <tr>
      <th scope="row">{step.measure === null ? t(`step.${step.step}`) : words.name(step.measure)}</th>
      <td>{found}</td>
      <td className="muted">{step.measure === null ? '' : words.limits(step.measure)}</td>
      <td className="test-verdict">
        <span className={step.passed ? 'tone-done' : 'tone-stop'}><Shape name={step.passed ? 'check' : 'square'} /> {t(step.passed ? 'test.ok' : 'test.bad')}</span>
        {step.advice !== '' && <span className="test-advice">{find('technician', `advice.${step.advice}`) ?? step.advice}</span>}
      </td>
    </tr>
  );
}
