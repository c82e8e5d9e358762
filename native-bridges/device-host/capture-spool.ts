import type { Still } from '../../electron/contract/device.ts';
import { AppError } from '../../electron/core/errors/app-error.ts';

const MAX_STILLS = 64;
const MAX_BYTES = 128_000_000;
const KEPT_MS = 30 * 60_000;

type Entry = { readonly still: Still; readonly source: Still | undefined; readonly sinceMs: number };

/** Stills that wait to be accepted, by hash. Bounded: the oldest go first, and none stays longer than half an hour. */
export class CaptureSpool {
  readonly #entries = new Map<string, Entry>();
  readonly #now: () => number;
  #bytes = 0;

  constructor(now: () => number) {
    this.#now = now;
  }

  get size(): number {
    return this.#entries.size;
  }

  /** @param source the picture it was cut out of: kept as long, so that it can be cut once more, and given to nobody */
  put(still: Still, source?: Still): void {
    this.release(still.sha256);
    const entry = { still, source, sinceMs: this.#now() };
    this.#entries.set(still.sha256, entry);
    this.#bytes += bytesOf(entry);
    this.#trim();
  }

  /** The picture that a still was cut out of. @throws {AppError} `capture.not-in-spool` also where it was cut out of none */
  sourceOf(sha256: string): Still {
    this.#trim();
    const source = this.#entries.get(sha256)?.source;
    if (source === undefined) throw new AppError('capture.not-in-spool');
    return source;
  }

  /** @throws {AppError} `capture.not-in-spool` when it was never captured, was released, or waited too long. */
  take(sha256: string): Still {
    this.#trim();
    const entry = this.#entries.get(sha256);
    if (entry === undefined) throw new AppError('capture.not-in-spool');
    return entry.still;
  }

  /** What was found in a still, without taking it; undefined when it isn't there. */
  find(sha256: string): Still | undefined {
    return this.#entries.get(sha256)?.still;
  }

  release(sha256: string): void {
    const entry = this.#entries.get(sha256);
    if (entry === undefined) return;
    this.#bytes -= bytesOf(entry);
    this.#entries.delete(sha256);
  }

  #trim(): void {
    for (const [sha256, entry] of this.#entries) {
      const tooOld = this.#now() - entry.sinceMs > KEPT_MS;
      if (!tooOld && this.#entries.size <= MAX_STILLS && this.#bytes <= MAX_BYTES) return;
      this.release(sha256);
    }
  }
}

const bytesOf = ({ still, source }: Entry): number => still.bytes.byteLength + (source?.bytes.byteLength ?? 0);
