import type { Recognised } from '../../../../electron/core/person/find/recognise.ts';
import { formatPartialDate } from '../../../../electron/core/time/format.ts';
import { useT } from '../../../app/hooks.ts';

/** What the box was understood as, said while typing: no button says "search by name" or "search by number". */
export function RecognisedLine({ recognised }: { readonly recognised: Recognised }) {
  const words = useWords();
  return <p className="find-recognised" role="status">{words(recognised)}</p>;
}

function useWords(): (recognised: Recognised) => string {
  const t = useT('find');
  const old = useT('enrolment');
  return (recognised) => {
    switch (recognised.kind) {
      case 'card': return t('recognised.card', { name: recognised.card.fullName, birth: formatPartialDate(recognised.card.birthDate) });
      case 'mrz': return t('recognised.mrz', { name: `${recognised.reading.family} ${recognised.reading.given}`.trim(), birth: formatPartialDate(recognised.reading.birthDate) });
      case 'pid': return recognised.fault === undefined ? old('find.recognised.pid') : t('recognised.part-of-card');
      case 'digits': return old('find.recognised.digits', { count: recognised.count });
      case 'unread': return recognised.why === 'card' ? t(`unread.${recognised.fault}`) : t('unread.mrz');
      case 'name': {
        const { fullName: name, birthDate, residence: place } = recognised;
        if (birthDate === '') return old('find.recognised.name');
        const birth = formatPartialDate(birthDate);
        return place === '' ? t('recognised.name', { name, birth }) : t('recognised.name-place', { name, birth, place });
      }
      default: return old(`find.recognised.${recognised.kind}`);
    }
  };
}
