import type { CriterionResult } from '../../../../../electron/core/biometrics/face/criteria/criterion.ts';
import { useT } from '../../../../app/hooks.ts';
import { limitWords, measureWords } from './criterion-words.ts';

/** Every criterion with its value, its limit and whether it is met; what failed stands first. */
export function CriteriaList({ criteria }: { readonly criteria: readonly CriterionResult[] }) {
  const t = useT('portrait');
  const failed = criteria.filter(({ ok }) => !ok);
  return (
    <section aria-label={t('criteria')}>
      <h2 className="side-heading">{t('criteria')} <span className={failed.length === 0 ? 'tone-done' : 'tone-look'}>{t('met', { met: criteria.length - failed.length, of: criteria.length })}</span></h2>
      <table className="criteria">
        <thead><tr><th scope="col">{t('criterion')}</th><th scope="col">{t('value')}</th><th scope="col">{t('limit')}</th></tr></thead>
        <tbody>
          {[...failed, ...criteria.filter(({ ok }) => ok)].map((one) => (
            <tr key={one.criterion} className={one.ok ? undefined : 'criterion-failed'}>
              <th scope="row"><span className={one.ok ? 'tone-done' : 'tone-look'} role="img" aria-label={t(one.ok ? 'ok' : 'not-ok')}>{one.ok ? '✓' : '✗'}</span> {t(`criterion.${one.criterion}`)}</th>
              <td>{one.value === null ? t('not-measured') : measureWords(one.unit, one.value)}</td>
              <td>{limitWords(one)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
