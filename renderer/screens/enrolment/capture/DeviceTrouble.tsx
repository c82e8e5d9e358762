import type { DeviceView } from '../../../../electron/contract/device.ts';
import type { WireError } from '../../../../electron/core/errors/app-error.ts';
import { useDevices, useT } from '../../../app/hooks.ts';
import { Notice } from '../../../ui/index.ts';
import type { ImageDevice } from './use-capture.ts';

export type DeviceTroubleProps = { readonly kind: ImageDevice; readonly device: DeviceView | undefined; readonly error: WireError | undefined };

/** Why no image comes and what to do; the capture goes on by itself once the device is back. */
export function DeviceTrouble({ kind, device, error }: DeviceTroubleProps) {
  const t = useT('enrolment');
  const devices = useDevices();
  const name = { device: t(`device.kind.${kind}`) };
  const code = error === undefined ? {} : { code: error.code };
  const state = device?.state ?? { kind: 'absent' as const };
  const retry = device === undefined ? {} : { action: { label: t('device.retry'), run: () => void devices['device.retry']({ deviceId: device.id }) } };
  switch (state.kind) {
    case 'absent': return <Notice tone="stop" title={t(error?.code === 'device.unplugged' ? 'device.unplugged' : 'device.absent', name)} {...code} {...retry} />;
    case 'opening': return <Notice tone="look" title={t('device.opening', name)} {...code} />;
    case 'lost': return <Notice tone="look" title={t('device.lost', name)} {...code} {...retry} />;
    case 'blocked': return <Blocked name={name.device} device={device} reason={state.reason} code={code} />;
    case 'busy':
    case 'ready': return <Notice tone="look" title={t('device.busy', name)} {...code} />;
  }
}

type BlockedProps = {
  readonly name: string;
  readonly device: DeviceView | undefined;
  readonly reason: Extract<DeviceView['state'], { kind: 'blocked' }>['reason'];
  readonly code: { readonly code?: string };
};

/** What stands in the way, and the one thing to do about it: a command for the technician, a reset, another try. */
function Blocked({ name, device, reason, code }: BlockedProps) {
  const t = useT('enrolment');
  const devices = useDevices();
  const deviceId = device?.id;
  const action = deviceId === undefined ? {} : {
    action: reason === 'hung'
      ? { label: t('device.reset'), run: () => void devices['device.reset']({ deviceId }) }
      : { label: t(reason === 'permission' ? 'device.check-again' : 'device.retry'), run: () => void devices['device.retry']({ deviceId }) },
  };
  return (
    <Notice tone="stop" title={t(`device.blocked.${reason}`, { device: name })} {...code} {...action}>
      {reason === 'permission' && device?.allow !== undefined ? <>
        <p>{t('device.allow')}</p>
        <pre className="device-allow">{device.allow}</pre>
      </> : undefined}
    </Notice>
  );
}
