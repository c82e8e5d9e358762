import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { AppError, fromWire } from '../../electron/core/errors/app-error.ts';
import { err, ok, type Result } from '../../electron/core/result/result.ts';
import { log } from '../kit/log.ts';
import type { ImageTask, ImageTasks } from './image-tasks.ts';
import type { WorkerAnswer, WorkerRequest } from './image-worker.ts';

/** Beside the running file: bundled as CommonJS, or this very source. */
const WORKER_FILE = (() => {
  const here = fileURLToPath(import.meta.url);
  return join(dirname(here), here.endsWith('.ts') ? 'image-worker.ts' : 'image-worker.cjs');
})();

/** Drawing ahead would compete with the window for the processor while the program starts, somebody signs in and takes the first citizen. */
const QUIET_START_MS = 8_000;
/** Between two pieces of work for idle times the processor rests this many times as long as the first took: nobody waits for them, and screens change meanwhile. */
const REST = 2;

/** Hands image work to a thread, so that the host's own loop never waits for it. A thread that dies is replaced; its work fails with a code. */
export class ImageWorkshop {
  #worker: Worker | undefined;
  #lastId = 0;
  readonly #waiting = new Map<number, (answer: Result<unknown, AppError>) => void>();
  readonly #idle: (() => Promise<unknown>)[] = [];
  #idleWorks = false;
  #rest: ReturnType<typeof setTimeout> | undefined;
  #begun = false;

  run<K extends keyof ImageTasks>(kind: K, input: ImageTasks[K]['input']): Promise<Result<ImageTasks[K]['output'], AppError>> {
    const id = ++this.#lastId;
    const request: WorkerRequest = { id, task: { kind, input } as ImageTask };
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve as (answer: Result<unknown, AppError>) => void);
      this.#thread().postMessage(request);
    });
  }

  /** Work for idle times: done one at a time with rests between, only while nobody waits for anything else, and not while the program starts. */
  whenIdle<K extends keyof ImageTasks>(kind: K, input: ImageTasks[K]['input']): void {
    this.#idle.push(() => this.run(kind, input));
    if (this.#begun) return;
    this.#begun = true;
    this.#restFor(QUIET_START_MS);
  }

  #doIdle(): void {
    if (this.#waiting.size > 0 || this.#idleWorks || this.#rest !== undefined) return;
    const work = this.#idle.shift();
    if (work === undefined) return;
    this.#idleWorks = true;
    const beganAt = performance.now();
    void work().then(() => {
      this.#idleWorks = false;
      this.#restFor(REST * (performance.now() - beganAt));
    });
  }

  #restFor(ms: number): void {
    this.#rest = setTimeout(() => {
      this.#rest = undefined;
      this.#doIdle();
    }, ms).unref();
  }

  async close(): Promise<void> {
    clearTimeout(this.#rest);
    await this.#worker?.terminate();
  }

  #thread(): Worker {
    if (this.#worker !== undefined) return this.#worker;
    const worker = new Worker(WORKER_FILE, { execArgv: [] });
    worker.on('message', (answer: WorkerAnswer) => {
      this.#waiting.get(answer.id)?.(answer.ok ? ok(answer.value) : err(fromWire(answer.error)));
      this.#waiting.delete(answer.id);
      this.#doIdle();
    });
    worker.on('error', (error) => log('device.bad-frame', { why: 'image worker', name: error instanceof Error ? error.name : typeof error }));
    worker.on('exit', () => this.#lost());
    this.#worker = worker;
    return worker;
  }

  #lost(): void {
    this.#worker = undefined;
    this.#idle.length = 0;
    for (const answer of this.#waiting.values()) answer(err(new AppError('device.bad-frame', { why: 'image worker' })));
    this.#waiting.clear();
  }
}
