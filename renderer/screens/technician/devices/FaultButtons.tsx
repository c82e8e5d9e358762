import type { z } from 'zod';
import type { deviceContract } from '../../../../electron/contract/device.ts';
import type { InventoryRow } from '../../../../electron/contract/technician.ts';
import type { PortraitFault } from '../../../../electron/core/device/portrait-faults.ts';
import { useCall, useDevices } from '../../../app/hooks.ts';
import { useT } from '../../../i18n/i18n.ts';
import { Button, ErrorNotice } from '../../../ui/index.ts';
import { PersonBefore } from './PersonBefore.tsx';

type Fault = Exclude<z.infer<(typeof deviceContract)['simulate.fault']['input']>['fault'], PortraitFault>;
const SHARED = ['unplug', 'replug', 'stall', 'bad-frame'] as const satisfies readonly Fault[];
/** The driver takes its process along, as a vendor's library may. */
const DEADLY = ['block', 'crash'] as const satisfies readonly Fault[];
const FAULTS: Readonly<Record<InventoryRow['kind'], readonly Fault[]>> = {
  'fingerprint-scanner': [...SHARED, ...DEADLY, 'residue', 'dead-pixels', 'none'], camera: [...SHARED, ...DEADLY, 'out-of-focus', 'too-dark', 'none'],
  'document-camera': [...SHARED, ...DEADLY, 'none'], 'signature-pad': [...SHARED, ...DEADLY, 'crooked', 'none'],
  printer: ['unplug', 'replug', 'paper-out', 'none'], 'code-reader': [...SHARED, 'none'],
};

/** Faults that a simulated device can be given; a real device has none to give. */
export function FaultButtons({ device }: { readonly device: InventoryRow }) {
  const t = useT('technician');
  const fault = useCall(useDevices()['simulate.fault']);
  if (!device.faultable) return null;
  return (
    <div className="fault-row">
      <span className="muted" id="faults-of">{t('faults')}</span>
      <span role="group" aria-labelledby="faults-of" className="fault-buttons">
        {FAULTS[device.kind].map((kind) => <Button key={kind} busy={fault.busy} onClick={() => void fault.run({ deviceId: device.id, fault: kind })}>{t(`fault.${kind}`)}</Button>)}
      </span>
      {device.kind === 'camera' && <PersonBefore onChange={(looks) => void fault.run({ deviceId: device.id, fault: looks })} />}
      <ErrorNotice error={fault.error} />
    </div>
  );
}
