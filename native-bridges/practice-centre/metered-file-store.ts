import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { FileStore } from '@tus/file-store';

/**
 * Uploads on disk: counts what arrives, syncs before an offset is acknowledged (so that a finished chunk never has to be
 * sent again, not even after a power cut), and can cut the link at a chosen byte for practice.
 */
export class MeteredFileStore extends FileStore {
  receivedBytes = 0;
  readonly #onCut: () => void;
  #cutAt: number | undefined;

  constructor(directory: string, onCut: () => void) {
    super({ directory });
    this.#onCut = onCut;
  }

  cutAfter(bytes: number): void {
    this.#cutAt = this.receivedBytes + bytes;
  }

  override async write(stream: Readable, id: string, offset: number): Promise<number> {
    const newOffset = await super.write(Readable.from(this.#meter(stream)), id, offset);
    const file = await open(join(this.directory, id), 'r+');
    await file.datasync().finally(() => file.close());
    return newOffset;
  }

  async *#meter(stream: Readable): AsyncGenerator<Buffer> {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      const left = this.#cutAt === undefined ? Infinity : this.#cutAt - this.receivedBytes;
      const kept = chunk.subarray(0, left);
      this.receivedBytes += kept.length;
      yield kept;
      if (kept.length < chunk.length) {
        this.#cutAt = undefined;
        this.#onCut();
        throw new Error('link cut');
      }
    }
  }
}
