import type { DeviceView } from '../../electron/contract/device.ts';
import { PAGE_CAMERA_DRIVER } from '../../electron/core/device/page-camera.ts';

/** The page's own camera as the technician chose it: by the name the system gives it and the size asked of it. */
export type CameraChoice = { readonly label: string; readonly widthPx: number; readonly heightPx: number };

/** Sizes a technician may ask of a camera; the camera gives the nearest it has. */
export const CAMERA_SIZES = ['1280x720', '1920x1080', '2560x1440', '3840x2160'] as const;

type Row = { readonly key: string; readonly value: unknown };

/** `null`: the portrait comes from a camera of device-host. */
export function cameraChoiceOf(settings: readonly Row[]): CameraChoice | null {
  const valueOf = (key: string): string => String(settings.find((row) => row.key === key)?.value ?? '');
  const [, width, height] = /^(\d{3,4})x(\d{3,4})$/.exec(valueOf('camera.resolution')) ?? [];
  const label = valueOf('camera.label');
  return label === '' ? null : { label, widthPx: Number(width ?? 1920), heightPx: Number(height ?? 1080) };
}

/** A camera the page can open. Cameras of one model have one name: the second and later carry a number. */
export type SeenCamera = { readonly deviceId: string; readonly label: string };

export function namedCameras(seen: readonly Pick<MediaDeviceInfo, 'kind' | 'deviceId' | 'label'>[]): readonly SeenCamera[] {
  const times = new Map<string, number>();
  return seen.filter(({ kind, label }) => kind === 'videoinput' && label !== '').map(({ deviceId, label }) => {
    const count = (times.get(label) ?? 0) + 1;
    times.set(label, count);
    return { deviceId, label: count === 1 ? label : `${label} #${count}` };
  });
}

/** The page's camera among the station's devices. The driver's name marks what it delivers. */
export const cameraDeviceView = (label: string, present: boolean, since: string): DeviceView => ({
  id: `page-camera:${label}`, kind: 'camera', maker: 'UVC', model: label.slice(0, 80), serial: '', driver: PAGE_CAMERA_DRIVER, simulated: false,
  state: present ? { kind: 'ready' } : { kind: 'absent' }, since,
});
