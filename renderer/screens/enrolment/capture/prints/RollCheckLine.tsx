import type { PrintAnalysis } from '../../../../../electron/contract/analysis.ts';
import { useT } from '../../../../app/hooks.ts';

/** What came of holding a roll against its plain print; nothing for a plain print. Only agreement is green: the rest is for the officer's eye. */
export function RollCheckLine({ analysis: { rollCheck } }: { readonly analysis: PrintAnalysis }) {
  const t = useT('enrolment');
  if (rollCheck === null) return null;
  const agrees = rollCheck === 'successful';
  return <p className={`roll-check ${agrees ? 'tone-done' : 'tone-look'}`}><span aria-hidden="true">{agrees ? '✓ ' : '▲ '}</span>{t(`roll-check.${rollCheck}`)}</p>;
}
