import type { WireError } from '../../electron/core/errors/app-error.ts';
import { namedCameras, type CameraChoice } from './camera-choice.ts';
import { cameraFailure } from './camera-failure.ts';

/** A live camera that shows nothing for this long has been lost: the machine slept, or the driver hangs. */
export const SILENCE_MS = 3_000;

export type StreamEars = {
  /** A new picture stands in the video. */
  readonly onPicture: (video: HTMLVideoElement) => void;
  readonly onFailed: (error: WireError) => void;
};

/**
 * One camera held open: got by its name, lost when its track ends or its pictures stop, got again when the list of
 * devices changes. After sleep both may happen, in any order and twice: opening anew drops what was open.
 */
export class CameraStream {
  readonly #media: MediaDevices;
  readonly #choice: CameraChoice;
  readonly #ears: StreamEars;
  readonly #video = document.createElement('video');
  #stream: MediaStream | undefined;
  #silence: ReturnType<typeof setTimeout> | undefined;
  /** Grows with every opening; what belongs to an older one is dropped. */
  #run = 0;
  #closed = false;
  readonly #onDevices = (): void => void (this.#isLive() || this.open());

  constructor(media: MediaDevices, choice: CameraChoice, ears: StreamEars) {
    [this.#media, this.#choice, this.#ears] = [media, choice, ears];
    this.#video.muted = true;
    this.#video.playsInline = true;
    media.addEventListener('devicechange', this.#onDevices);
  }

  async open(): Promise<void> {
    const run = this.#drop();
    try {
      const stream = await this.#get();
      if (run !== this.#run || this.#closed) return stopAll(stream);
      this.#stream = stream;
      stream.getVideoTracks()[0]?.addEventListener('ended', () => void (run === this.#run && this.#lost()));
      this.#video.srcObject = stream;
      this.#listen(run);
      this.#watch(run);
      await this.#video.play();
    } catch (error) {
      if (run !== this.#run || this.#closed) return;
      this.#drop();
      this.#ears.onFailed(cameraFailure(error));
    }
  }

  close(): void {
    this.#closed = true;
    this.#drop();
    this.#media.removeEventListener('devicechange', this.#onDevices);
  }

  async #get(): Promise<MediaStream> {
    const { label, widthPx, heightPx } = this.#choice;
    const camera = namedCameras(await this.#media.enumerateDevices()).find((seen) => seen.label === label);
    if (camera === undefined) throw new DOMException('', 'NotFoundError');
    return this.#media.getUserMedia({ audio: false, video: { deviceId: { exact: camera.deviceId }, width: { ideal: widthPx }, height: { ideal: heightPx } } });
  }

  #listen(run: number): void {
    this.#video.requestVideoFrameCallback(() => {
      if (run !== this.#run) return;
      this.#watch(run);
      this.#ears.onPicture(this.#video);
      this.#listen(run);
    });
  }

  #watch(run: number): void {
    clearTimeout(this.#silence);
    this.#silence = setTimeout(() => void (run === this.#run && this.open()), SILENCE_MS);
  }

  #lost(): void {
    this.#drop();
    this.#ears.onFailed({ code: 'camera.not-found', detail: {} });
  }

  #isLive(): boolean {
    return this.#stream?.getVideoTracks()[0]?.readyState === 'live';
  }

  #drop(): number {
    clearTimeout(this.#silence);
    if (this.#stream !== undefined) stopAll(this.#stream);
    this.#stream = undefined;
    this.#video.srcObject = null;
    return ++this.#run;
  }
}

function stopAll(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}
