import type { z } from 'zod';
import type { DeviceView, deviceContract } from '../../../electron/contract/device.ts';
import { formatTime } from '../../../electron/core/time/format.ts';
import { useCall, useDeviceList, useDevices } from '../../app/hooks.ts';
import { useT } from '../../i18n/i18n.ts';
import { Button, DEVICE_SHAPE, ErrorNotice, Shape, deviceStateKey, deviceTone } from '../../ui/index.ts';

type Fault = z.infer<(typeof deviceContract)['simulate.fault']['input']>['fault'];
const FAULTS: readonly Fault[] = ['unplug', 'replug', 'stall', 'bad-frame', 'none'];
const faultsOf = (device: DeviceView): readonly Fault[] => (device.kind === 'printer' ? ['unplug', 'replug', 'paper-out', 'none'] : device.kind === 'code-reader' ? ['unplug', 'replug', 'bad-frame', 'none'] : FAULTS);

/** One device per row: what it is, how it is, what can be tried. */
export function DeviceRows({ simulated }: { readonly simulated: boolean }) {
  const t = useT('technician');
  const devices = useDevices();
  const list = useDeviceList();
  const retry = useCall(devices['device.retry']);
  const fault = useCall(devices['simulate.fault']);
  return (
    <section aria-label={t('devices')}>
      <h2>{t('devices')}</h2>
      <ErrorNotice error={retry.error ?? fault.error} />
      {list.length === 0 && <p className="muted">{t('noDevices')}</p>}
      <ul className="device-rows">
        {list.map((device) => (
          <li key={device.id} className="device-row">
            <Identity device={device} />
            <span className="device-actions">
              {simulated && device.simulated && (
                <span role="group" aria-label={t('faults')} className="fault-buttons">
                  <span className="muted">{t('faults')}</span>
                  {faultsOf(device).map((kind) => <Button key={kind} onClick={() => void fault.run({ deviceId: device.id, fault: kind })}>{t(`fault.${kind}`)}</Button>)}
                </span>
              )}
              <Button busy={retry.busy} disabled={deviceTone(device.state) === 'done' || device.state.kind === 'busy'} onClick={() => void retry.run({ deviceId: device.id })}>{t('retry')}</Button>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Identity({ device }: { readonly device: DeviceView }) {
  const t = useT('technician');
  const states = useT('states');
  const tone = deviceTone(device.state);
  const facts = [`${device.maker} ${device.model}`, t('serial', { serial: device.serial }), t('driver', { driver: device.driver }), ...(device.simulated ? [t('simulated')] : [])];
  return (
    <div className="device-identity">
      <strong>{states(`kind.${device.kind}`)}</strong>
      <span className={`device-dot tone-${tone}`}><Shape name={DEVICE_SHAPE[tone]} />{states(deviceStateKey(device.state))} <span className="muted">{t('since', { time: formatTime(device.since) })}</span></span>
      <span className="device-facts">{facts.join(' · ')}</span>
    </div>
  );
}
