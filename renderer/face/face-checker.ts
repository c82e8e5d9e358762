import type { PreviewFrame } from '../../electron/contract/device.ts';
import type { PortraitAssessment } from '../../electron/core/biometrics/face/assess-portrait.ts';
import type { PortraitAdjust } from '../../electron/core/biometrics/face/portrait-adjust.ts';
import type { PortraitTemplate } from '../../electron/core/biometrics/face/portrait-template.ts';
import type { FaceAnswer, FaceQuestion } from './face-messages.ts';
import { openFaceWorker } from './open-worker.ts';

type WithoutId<T> = T extends unknown ? Omit<T, 'id'> : never;

/** Asks the face worker; at most one live frame is under way, and newer ones pass those that wait. */
export class FaceChecker {
  readonly #open: () => Worker;
  readonly #waiting = new Map<number, (assessment: PortraitAssessment | null) => void>();
  #worker: Worker | undefined;
  #lastId = 0;
  #live = false;

  constructor(open: () => Worker = openFaceWorker) {
    this.#open = open;
  }

  /** Loads the models, so that the first frame doesn't wait for them. */
  warm(): void {
    this.#worker ??= this.#start();
  }

  /** `undefined` = another frame is still being looked at, this one is dropped; `null` = it can't be done. */
  async live({ widthPx, heightPx, channels, pixels }: Pick<PreviewFrame, 'widthPx' | 'heightPx' | 'channels' | 'pixels'>, template: PortraitTemplate): Promise<PortraitAssessment | null | undefined> {
    if (this.#live) return undefined;
    if (channels !== 4 || pixels.length !== widthPx * heightPx * 4) return null;
    this.#live = true;
    const copy = Uint8Array.from(pixels);
    const answer = await this.#ask({ kind: 'live', template, widthPx, heightPx, pixels: copy }, [copy.buffer]);
    this.#live = false;
    return answer;
  }

  still(file: Blob, template: PortraitTemplate, adjust?: PortraitAdjust): Promise<PortraitAssessment | null> {
    return this.#ask({ kind: 'still', template, file, adjust }, []);
  }

  #ask(question: WithoutId<FaceQuestion>, hand: Transferable[]): Promise<PortraitAssessment | null> {
    const id = ++this.#lastId;
    const worker = (this.#worker ??= this.#start());
    if (worker === undefined) return Promise.resolve(null);
    const answered = new Promise<PortraitAssessment | null>((resolve) => void this.#waiting.set(id, resolve));
    worker.postMessage({ ...question, id } satisfies FaceQuestion, hand);
    return answered;
  }

  #start(): Worker | undefined {
    let worker: Worker;
    try {
      worker = this.#open();
    } catch {
      return undefined; // no workers here: the officer judges by eye
    }
    worker.onmessage = ({ data }: MessageEvent<FaceAnswer>) => {
      this.#waiting.get(data.id)?.(data.assessment);
      this.#waiting.delete(data.id);
    };
    // A worker that can't start or dies answers nothing more: whoever waits hears that it can't be done.
    worker.onerror = () => {
      worker.terminate();
      this.#worker = undefined;
      for (const answer of this.#waiting.values()) answer(null);
      this.#waiting.clear();
    };
    return worker;
  }
}

let shared: FaceChecker | undefined;

/** One for the whole page: the models take a second to load and stay loaded. */
export const faceChecker = (): FaceChecker => (shared ??= new FaceChecker());
