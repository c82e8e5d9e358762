import type { PrintAnalysis } from '../../../../../electron/contract/analysis.ts';
import { useT } from '../../../../app/hooks.ts';
import { RollCheckLine } from './RollCheckLine.tsx';
import { usePrintWords } from './use-print-words.ts';

/** What speaks against a picture, and in large type the one thing to do about it. Without problems it says that it is good. */
export function ProblemList({ analysis, title }: { readonly analysis: PrintAnalysis; readonly title: string }) {
  const t = useT('enrolment');
  const words = usePrintWords();
  const good = analysis.problems.length === 0;
  const instruction = words.instruction(analysis);
  return (
    <section className={`print-verdict ${good ? 'print-verdict-good' : 'print-verdict-bad'}`} aria-label={t('verdict.of')}>
      <div className="print-verdict-head">
        <p className="print-verdict-title"><span aria-hidden="true">{good ? '✓ ' : '▲ '}</span>{title}{title === '' ? '' : ' '}{words.verdict(analysis)}</p>
        {instruction !== '' && <p className="print-instruction">{instruction}</p>}
      </div>
      {analysis.rollCheck !== 'wrong-finger' && <RollCheckLine analysis={analysis} />}
      {!good && <ul>{analysis.problems.map((problem, n) => <li key={`${problem.kind}-${n}`}>{words.problem(problem, analysis)}</li>)}</ul>}
    </section>
  );
}
