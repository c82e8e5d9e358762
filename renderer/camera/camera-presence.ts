import type { DeviceView } from '../../electron/contract/device.ts';
import { Observable } from '../app/observable.ts';
import { cameraDeviceView, namedCameras, type CameraChoice } from './camera-choice.ts';

/** The page's camera among the station's devices: chosen or not, plugged in or not. It is opened only where a picture is wanted. */
export class CameraPresence {
  readonly choice = new Observable<CameraChoice | null>(null);
  /** `null` while no camera of the page is chosen. */
  readonly device = new Observable<DeviceView | null>(null);
  readonly #media: MediaDevices | undefined;

  constructor(media: MediaDevices | undefined) {
    this.#media = media;
    media?.addEventListener('devicechange', () => void this.#look());
  }

  choose(choice: CameraChoice | null): void {
    this.choice.set(choice);
    void this.#look();
  }

  async #look(): Promise<void> {
    const choice = this.choice.get();
    if (choice === null) return this.device.set(null);
    const seen = namedCameras((await this.#media?.enumerateDevices().catch(() => [])) ?? []);
    if (this.choice.get() !== choice) return;
    const present = seen.some(({ label }) => label === choice.label);
    const before = this.device.get();
    if (before?.model === choice.label && (before.state.kind === 'ready') === present) return;
    this.device.set(cameraDeviceView(choice.label, present, new Date().toISOString()));
  }
}
