import type { DeviceView } from '../../electron/contract/device.ts';
import { useT } from '../i18n/i18n.ts';
import { Shape, type ShapeName } from './Shape.tsx';

export type DeviceTone = 'done' | 'look' | 'stop' | 'now';
export const DEVICE_SHAPE: Readonly<Record<DeviceTone, ShapeName>> = { done: 'circle', now: 'circle', look: 'triangle', stop: 'square' };

/** ● ready or at work, ▲ coming or lost, ■ gone or blocked. */
export function deviceTone(state: DeviceView['state']): DeviceTone {
  switch (state.kind) {
    case 'ready': return 'done';
    case 'busy': return 'now';
    case 'opening':
    case 'lost': return 'look';
    case 'absent':
    case 'blocked': return 'stop';
  }
}

/** The state of a device as a translation key of `states`. */
export const deviceStateKey = (state: DeviceView['state']) =>
  state.kind === 'blocked' ? (`device.blocked.${state.reason}` as const) : (`device.${state.kind}` as const);

export function DeviceDot({ device }: { readonly device: DeviceView }) {
  const t = useT('states');
  const tone = deviceTone(device.state);
  const words = `${t(`kind.${device.kind}`)}: ${t(deviceStateKey(device.state))}`;
  return (
    <span className={`device-dot tone-${tone}`} title={`${words} · ${device.maker} ${device.model}`}>
      <Shape name={DEVICE_SHAPE[tone]} />
      <span>{t(`short.${device.kind}`)}</span>
      <span className="only-spoken">{t(deviceStateKey(device.state))}</span>
    </span>
  );
}
