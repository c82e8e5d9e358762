import { PRINT_FLAWS } from '../../../../electron/contract/device.ts';
import { useCall, useDevices } from '../../../app/hooks.ts';
import { useT } from '../../../i18n/i18n.ts';
import { Choice, ErrorNotice } from '../../../ui/index.ts';

type Flaw = (typeof PRINT_FLAWS)[number];

type Props = { readonly deviceId: string; readonly flaw: Flaw; readonly onSet: () => void };

/** What is wrong with the fingers that the simulated scanner sees next: to practise what to do about it. Holds for one picture. */
export function PrintFlaws({ deviceId, flaw, onSet }: Props) {
  const t = useT('technician');
  const spoil = useCall(useDevices()['simulate.prints']);
  const choose = (chosen: Flaw): void => void spoil.run({ deviceId, flaw: chosen, captures: 1 }).then(onSet);
  return (
    <div className="print-flaws">
      <Choice label={t('prints.flaw')} value={flaw} onChange={choose} options={PRINT_FLAWS.map((value) => ({ value, label: t(`prints.flaw.${value}`) }))} />
      {flaw !== 'none' && <span role="status" className="tone-look">{t('prints.flaw.holds', { flaw: t(`prints.flaw.${flaw}`) })}</span>}
      <ErrorNotice error={spoil.error} />
    </div>
  );
}
