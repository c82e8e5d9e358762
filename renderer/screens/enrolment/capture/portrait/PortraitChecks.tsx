import { useT } from '../../../../app/hooks.ts';

/** What no detector here can tell: TT 60/2021/TT-BCA, Article 5(4). */
const BY_EYE = ['ears', 'glasses'] as const;
const ALL = [...BY_EYE, 'eyes', 'background'] as const;

export function PortraitChecks({ unchecked }: { readonly unchecked: boolean }) {
  const t = useT('enrolment');
  const tp = useT('portrait');
  return (
    <section>
      <h2 className="side-heading">{t('portrait.checks')}</h2>
      {unchecked && <p className="tone-look" role="status"><span aria-hidden="true">▲ </span>{tp('unchecked')}</p>}
      <ul className="checks">{(unchecked ? ALL : BY_EYE).map((check) => <li key={check}>{t(`portrait.check.${check}`)}</li>)}</ul>
    </section>
  );
}
