import { PORTRAIT_FAULTS, type PortraitFault } from '../../../../electron/core/device/portrait-faults.ts';
import { useT } from '../../../i18n/i18n.ts';
import { Choice } from '../../../ui/index.ts';

type Looks = PortraitFault | 'none';
/** `looks`: what holds in the device, however often this pane was left meanwhile. */
type Props = { readonly looks: Looks; readonly onChange: (looks: Looks) => void };

/** Who sits before the simulated camera: a good portrait, or one thing wrong, for training and trying out. */
export function PersonBefore({ looks, onChange }: Props) {
  const t = useT('portrait');
  return (
    <Choice<Looks>
      label={t('before')} value={looks} onChange={onChange}
      options={[{ value: 'none', label: t('before.none') }, ...PORTRAIT_FAULTS.map((fault) => ({ value: fault, label: t(`before.${fault}`) }))]}
    />
  );
}
