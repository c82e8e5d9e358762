import type { InventoryRow } from '../../../../electron/contract/technician.ts';
import { isPortraitFault, type PortraitFault } from '../../../../electron/core/device/portrait-faults.ts';
import type { SimulatedFault } from '../../../../electron/core/device/simulated-faults.ts';
import { useCall, useDevices } from '../../../app/hooks.ts';
import { useT } from '../../../i18n/i18n.ts';
import { Button, ErrorNotice } from '../../../ui/index.ts';
import { PersonBefore } from './PersonBefore.tsx';

type Fault = Exclude<SimulatedFault, PortraitFault>;
const SHARED = ['unplug', 'replug', 'stall', 'bad-frame'] as const satisfies readonly Fault[];
/** The driver takes its process along, as a vendor's library may. */
const DEADLY = ['block', 'crash'] as const satisfies readonly Fault[];
const FAULTS: Readonly<Record<InventoryRow['kind'], readonly Fault[]>> = {
  'fingerprint-scanner': [...SHARED, ...DEADLY, 'residue', 'dead-pixels', 'none'], camera: [...SHARED, ...DEADLY, 'out-of-focus', 'too-dark', 'none'],
  'document-camera': [...SHARED, ...DEADLY, 'none'], 'signature-pad': [...SHARED, ...DEADLY, 'crooked', 'none'],
  printer: ['unplug', 'replug', 'paper-out', 'none'], 'code-reader': [...SHARED, 'none'],
};

/** Faults that a simulated device can be given, the one that holds pressed; a real device has none to give. */
export function FaultButtons({ device, onSet }: { readonly device: InventoryRow; readonly onSet: () => void }) {
  const t = useT('technician');
  const call = useCall(useDevices()['simulate.fault']);
  if (device.fault === null) return null;
  const set = (fault: SimulatedFault): void => void call.run({ deviceId: device.id, fault }).then(onSet);
  return (
    <div className="fault-row">
      <span className="muted" id="faults-of">{t('faults')}</span>
      <span role="group" aria-labelledby="faults-of" className="fault-buttons">
        {FAULTS[device.kind].map((kind) => <Button key={kind} busy={call.busy} pressed={device.fault === kind} onClick={() => set(kind)}>{t(`fault.${kind}`)}</Button>)}
      </span>
      {device.kind === 'camera' && <PersonBefore looks={isPortraitFault(device.fault) ? device.fault : 'none'} onChange={set} />}
      <ErrorNotice error={call.error} />
    </div>
  );
}
