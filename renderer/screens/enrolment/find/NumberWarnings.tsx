import type { Recognised } from '../../../../electron/core/person/find/recognise.ts';
import { pidFindings } from '../../../../electron/core/person/pid.ts';
import type { Person, Sex } from '../../../../electron/core/person/person.ts';
import type { Finding } from '../../../../electron/core/procedure/fact.ts';
import { useT } from '../../../app/hooks.ts';
import { Notice } from '../../../ui/index.ts';

/** The findings about a number or a card that an officer should look at; the rest are told where they matter. */
const TOLD = [
  'pid.sex-differs', 'pid.year-differs', 'pid.century-unverified', 'pid.prefix-differs', 'mrz.number-differs', 'qr.name-garbled', 'qr.name-without-marks',
] as const;

/** What doesn't fit between number, card and person: warnings with their reason, never a block. */
export function NumberWarnings({ person, recognised }: { readonly person: Person; readonly recognised: Recognised }) {
  const t = useT('find');
  const sexes = useT('enrolment');
  const told = findingsOf(person, recognised).flatMap((finding) => {
    const code = TOLD.find((one) => one === finding.code);
    if (code === undefined) return [];
    const { inNumber } = finding.detail;
    const detail: Finding['detail'] = code === 'pid.sex-differs' ? { inNumber: sexes(inNumber === 1 ? 'sex.1' : 'sex.2') } : finding.detail;
    return [{ code, words: t(`finding.${code}`, detail) }];
  });
  if (told.length === 0) return null;
  return (
    <Notice tone="look" title={t('finding.title')}>
      <ul className="find-warnings">{told.map(({ code, words }) => <li key={code}>{words}</li>)}</ul>
    </Notice>
  );
}

function findingsOf({ pid, birthDate, sex }: Person, recognised: Recognised): readonly Finding[] {
  const ofNumber = /^\d{12}$/.test(pid) ? pidFindings(pid, { birthDate, sex: (Number(sex) || 0) as Sex }) : [];
  const ofCard = recognised.kind === 'card' ? recognised.card.findings : recognised.kind === 'mrz' ? recognised.reading.findings : [];
  return [...ofNumber, ...ofCard];
}
