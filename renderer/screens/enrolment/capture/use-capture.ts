import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { DeviceView } from '../../../../electron/contract/device.ts';
import { useDeviceList, useDevices, useObservable, useStation } from '../../../app/hooks.ts';
import { PageCameraSource } from '../../../camera/page-camera-source.ts';
import { CaptureSession, type CaptureOrder, type CaptureView } from './capture-session.ts';
import type { PortraitSource } from './portrait-source.ts';

export type CaptureKind = 'fingerprint-scanner' | 'camera' | 'signature-pad';
/** What an image can be taken with: of the citizen, or of their papers. */
export type ImageDevice = CaptureKind | 'document-camera';
export type Capturing = { readonly view: CaptureView; readonly session: PortraitSource; readonly device: DeviceView | undefined; readonly restart: () => void };

const isUsable = ({ state }: DeviceView): boolean => state.kind === 'ready' || state.kind === 'busy';

/**
 * Captures `order` on a device of `kind`: begins by itself, resumes after a replug, cancels when the screen goes away.
 * A changed slot, attempt or list of missing fingers is a new order; `undefined` = nothing to capture.
 */
export function useCapture(kind: ImageDevice, order: CaptureOrder | undefined): Capturing {
  const devices = useDevices();
  const ofKind = useDeviceList().filter((device) => device.kind === kind);
  const device = ofKind.find(isUsable) ?? ofKind[0];
  const chosen = useObservable(useStation().camera.choice);
  const camera = kind === 'camera' ? chosen : null;
  const session: PortraitSource = useMemo(() => (camera === null ? new CaptureSession(devices) : new PageCameraSource(devices, navigator.mediaDevices, camera)), [devices, camera]);
  const view = useSyncExternalStore(session.subscribe, session.view);
  const key = order === undefined ? '' : JSON.stringify(order);
  const begin = (): void => {
    if (key !== '') session.begin(JSON.parse(key) as CaptureOrder);
  };
  useEffect(() => session.deviceChanged(device), [session, device]);
  useEffect(() => {
    if (key !== '') session.begin(JSON.parse(key) as CaptureOrder);
    return () => session.end();
  }, [session, key]);
  return { view, session, device, restart: begin };
}
