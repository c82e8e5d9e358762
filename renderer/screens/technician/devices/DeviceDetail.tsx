import type { InventoryRow, SelfTest } from '../../../../electron/contract/technician.ts';
import { formatDateTime } from '../../../../electron/core/time/format.ts';
import { useLasting } from '../../../app/hooks.ts';
import { useT } from '../../../i18n/i18n.ts';
import { Progress } from '../../../ui/index.ts';
import { BlockedDevice } from './BlockedDevice.tsx';
import { FaultButtons } from './FaultButtons.tsx';
import { PrintFlaws } from './PrintFlaws.tsx';
import { SourceChoice } from './SourceChoice.tsx';
import { TestResult } from './TestResult.tsx';

type Props = { readonly device: InventoryRow; readonly test: SelfTest | undefined; readonly testing: boolean; /** A fault was set: the device is another one now. */ readonly onFault: () => void };

/** Everything about one device: what it is, where it hangs, what it did today, what its test said. */
export function DeviceDetail({ device, test, testing, onFault }: Props) {
  const t = useT('technician');
  const states = useT('states');
  const slow = useLasting(testing);
  const unknown = t('unknown');
  const facts: readonly (readonly [string, string])[] = [
    [t('fact.maker'), device.maker], [t('fact.model'), device.model], [t('fact.serial'), device.serial], [t('fact.firmware'), device.firmware],
    [t('fact.driver'), `${device.driver} ${device.driverVersion}`.trim()], [t('fact.usb'), device.usbPath === '' ? '' : `${device.usbPath}${device.usbSpeedMbps === null ? '' : ` · ${device.usbSpeedMbps} Mbit/s`}`],
    [t('fact.since'), formatDateTime(device.since)], [t('fact.captures'), String(device.capturesToday)], [t('fact.errors'), String(device.errorsToday)],
  ];
  return (
    <section aria-label={states(`kind.${device.kind}`)} className="device-detail">
      <h2>{states(`kind.${device.kind}`)} <span className="code">{device.id}</span></h2>
      <dl className="device-card">
        {facts.map(([name, value]) => <div key={name}><dt>{name}</dt><dd className={value === '' ? 'muted' : ''}>{value === '' ? unknown : value}</dd></div>)}
      </dl>
      <BlockedDevice device={device} />
      <div className="device-switches"><SourceChoice kind={device.kind} /><FaultButtons device={device} onSet={onFault} />{device.printFlaw !== null && <PrintFlaws deviceId={device.id} flaw={device.printFlaw} onSet={onFault} />}</div>
      {slow && <Progress label={t(device.kind === 'signature-pad' ? 'testing.pad' : 'testing.empty')} />}
      {!testing && test !== undefined && <TestResult test={test} />}
      {!testing && test === undefined && <p className="muted test-hint">{t(`testHint.${device.kind}`)}</p>}
    </section>
  );
}
