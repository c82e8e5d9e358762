import type { Client } from '../../electron/contract/call.ts';
import type { DeviceContract, PreviewFrame } from '../../electron/contract/device.ts';
import type { WireError } from '../../electron/core/errors/app-error.ts';
import type { CaptureOrder, CaptureView } from '../screens/enrolment/capture/capture-session.ts';
import type { PortraitSource } from '../screens/enrolment/capture/portrait-source.ts';
import type { CameraChoice } from './camera-choice.ts';
import { CameraStream } from './camera-stream.ts';
import { liveSize, portraitCrop } from './picture-crop.ts';

/** Visually lossless; device-host encodes what it crops anew. */
const JPEG_QUALITY = 0.95;

/** The page's own camera as a source of portraits. Its still goes to device-host's spool by `still.put`, like any other from there on. */
export class PageCameraSource implements PortraitSource {
  readonly #devices: Pick<Client<DeviceContract>, 'still.put'>;
  readonly #media: MediaDevices;
  readonly #choice: CameraChoice;
  readonly #viewListeners = new Set<() => void>();
  readonly #frameListeners = new Set<(frame: PreviewFrame) => void>();
  readonly #canvas = document.createElement('canvas');
  #view: CaptureView = { phase: 'idle' };
  #order: CaptureOrder | undefined;
  #stream: CameraStream | undefined;
  #seq = 0;
  #forced: 'no' | 'by-officer' | 'automatic' = 'no';

  constructor(devices: Pick<Client<DeviceContract>, 'still.put'>, media: MediaDevices, choice: CameraChoice) {
    [this.#devices, this.#media, this.#choice] = [devices, media, choice];
  }

  readonly view = (): CaptureView => this.#view;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#viewListeners.add(listener);
    return () => void this.#viewListeners.delete(listener);
  };

  readonly onFrame = (listener: (frame: PreviewFrame) => void): (() => void) => {
    this.#frameListeners.add(listener);
    return () => void this.#frameListeners.delete(listener);
  };

  begin(order: CaptureOrder): void {
    this.end();
    this.#order = order;
    this.#show({ phase: 'waiting', error: undefined });
    this.#stream = new CameraStream(this.#media, this.#choice, { onPicture: (video) => this.#seen(video), onFailed: (error) => this.#failed(error) });
    void this.#stream.open();
  }

  end(): void {
    this.#stream?.close();
    this.#stream = undefined;
    this.#order = undefined;
    this.#forced = 'no';
    this.#show({ phase: 'idle' });
  }

  /** The next picture becomes the still: what the officer saw when the key went down, or the moment after. */
  force(automatic = false): void {
    if (this.#view.phase === 'live') this.#forced = automatic ? 'automatic' : 'by-officer';
  }

  /** The stream itself hears of plugs. */
  deviceChanged(): void {}

  #seen(video: HTMLVideoElement): void {
    if (this.#order === undefined || video.videoWidth === 0) return;
    if (this.#forced !== 'no') {
      const byOfficer = this.#forced === 'by-officer';
      this.#forced = 'no';
      return void this.#take(video, this.#order, byOfficer);
    }
    if (this.#view.phase !== 'live') this.#show({ phase: 'live', hint: 'look-straight' });
    const frame = this.#draw(video, liveSize(portraitCrop(video.videoWidth, video.videoHeight)));
    for (const listener of this.#frameListeners) listener(frame);
  }

  #draw(video: HTMLVideoElement, { widthPx, heightPx }: { readonly widthPx: number; readonly heightPx: number }): PreviewFrame {
    const crop = portraitCrop(video.videoWidth, video.videoHeight);
    this.#canvas.width = widthPx;
    this.#canvas.height = heightPx;
    const pen = this.#canvas.getContext('2d', { willReadFrequently: true })!;
    pen.drawImage(video, crop.leftPx, crop.topPx, crop.widthPx, crop.heightPx, 0, 0, widthPx, heightPx);
    const { data } = pen.getImageData(0, 0, widthPx, heightPx);
    return { seq: ++this.#seq, widthPx, heightPx, channels: 4, pixels: new Uint8Array(data.buffer), hint: 'look-straight', boxes: [] };
  }

  async #take(video: HTMLVideoElement, order: CaptureOrder, byOfficer: boolean): Promise<void> {
    const { widthPx, heightPx } = this.#draw(video, portraitCrop(video.videoWidth, video.videoHeight));
    const blob = await new Promise<Blob | null>((resolve) => this.#canvas.toBlob(resolve, 'image/jpeg', JPEG_QUALITY));
    if (this.#order !== order) return;
    this.#stream?.close();
    if (blob === null) return this.#failed({ code: 'camera.aborted', detail: {} });
    const bytes = new Uint8Array(await blob.arrayBuffer());
    const reply = await this.#devices['still.put']({ slot: 'portrait', mediaType: 'image/jpeg', widthPx, heightPx, bytes, camera: this.#choice.label, attempt: order.attempt });
    if (this.#order !== order) return;
    if (reply.ok) this.#show({ phase: 'still', still: { ...reply.value, warnings: byOfficer ? [...reply.value.warnings, 'forced'] : reply.value.warnings } });
    else this.#failed(reply.error);
  }

  #failed(error: WireError): void {
    this.#forced = 'no';
    this.#show({ phase: 'failed', error, jobId: crypto.randomUUID() });
  }

  #show(view: CaptureView): void {
    this.#view = view;
    for (const listener of this.#viewListeners) listener();
  }
}
