import type { UploaderHandle, UploaderOptions } from '../seams.ts';

/** Loads the upload client the first time something may have to go out: a station starts faster without it. */
export class LazyUploader {
  readonly #options: UploaderOptions;
  #uploader: Promise<UploaderHandle> | undefined;
  #stopped = false;

  constructor(options: UploaderOptions) {
    this.#options = options;
  }

  wake(): void {
    if (this.#stopped || this.#options.centreUrl() === undefined || this.#options.outbox.nextDueMs() === undefined) return;
    if (this.#uploader === undefined) this.#uploader = this.#load();
    else void this.#uploader.then((uploader) => uploader.wake());
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await (await this.#uploader)?.stop();
  }

  async #load(): Promise<UploaderHandle> {
    const { Uploader } = await import('../uploader/uploader.ts');
    const uploader: UploaderHandle = new Uploader(this.#options);
    if (!this.#stopped) uploader.start();
    return uploader;
  }
}
