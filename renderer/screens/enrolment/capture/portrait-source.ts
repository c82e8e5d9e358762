import type { DeviceView, PreviewFrame } from '../../../../electron/contract/device.ts';
import type { CaptureOrder, CaptureView } from './capture-session.ts';

/**
 * Where live frames and the still of one capture come from, whoever owns the camera: device-host (`CaptureSession`) or
 * the page itself (`PageCameraSource`, a UVC camera by getUserMedia). A screen can't tell them apart: the same frames,
 * the same views, and a still that lies in device-host's spool under its hash.
 */
export type PortraitSource = {
  readonly view: () => CaptureView;
  /** Hears that `view` is another one. */
  readonly subscribe: (listener: () => void) => () => void;
  /** Every live frame, newest only; they bypass the view. */
  readonly onFrame: (listener: (frame: PreviewFrame) => void) => () => void;
  /** Takes up a new order; an older one is dropped. */
  begin(order: CaptureOrder): void;
  /** Lets the device go and waits for nothing. */
  end(): void;
  /** Takes the picture now. @param automatic the program saw that all is right; else the officer didn't wait for it, and the still says `forced` */
  force(automatic?: boolean): void;
  /** Tells what became of the device that the order is meant for. */
  deviceChanged(device: DeviceView | undefined): void;
};
