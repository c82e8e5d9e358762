import { useState } from 'react';
import { PORTRAIT_FAULTS, type PortraitFault } from '../../../../electron/core/device/portrait-faults.ts';
import { useT } from '../../../i18n/i18n.ts';
import { Choice } from '../../../ui/index.ts';

type Looks = PortraitFault | 'none';

/** Who sits before the simulated camera: a good portrait, or one thing wrong, for training and trying out. */
export function PersonBefore({ onChange }: { readonly onChange: (looks: Looks) => void }) {
  const t = useT('portrait');
  const [looks, setLooks] = useState<Looks>('none');
  const change = (value: Looks): void => {
    setLooks(value);
    onChange(value);
  };
  return (
    <Choice<Looks>
      label={t('before')} value={looks} onChange={change}
      options={[{ value: 'none', label: t('before.none') }, ...PORTRAIT_FAULTS.map((fault) => ({ value: fault, label: t(`before.${fault}`) }))]}
    />
  );
}
