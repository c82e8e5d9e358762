import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import type { Watcher } from '../../test/e2e/counter/watcher.ts';

export type Step = { readonly name: string; readonly ms: number };

/** Numbered pictures of every screen, times of every step, and the time that only the program was waited for. */
export class PictureBook implements Watcher {
  readonly steps: Step[] = [];
  readonly #dir: string;
  #page: Page | undefined;
  #pictures = 0;
  #machineMs = 0;
  /** Taking a picture is not part of the step it shows. */
  #pictureMs = 0;

  constructor(dir: string) {
    this.#dir = dir;
    mkdirSync(dir, { recursive: true });
  }

  show(page: Page): void {
    this.#page = page;
  }

  get machineWaitMs(): number {
    return Math.round(this.#machineMs);
  }

  async screen(name: string): Promise<void> {
    const start = performance.now();
    this.#pictures += 1;
    await this.#page?.screenshot({ path: join(this.#dir, `${String(this.#pictures).padStart(2, '0')}-${name}.png`) });
    this.#pictureMs += performance.now() - start;
  }

  async machine<T>(work: () => Promise<T>): Promise<T> {
    const start = performance.now();
    try {
      return await work();
    } finally {
      this.#machineMs += performance.now() - start;
    }
  }

  look(): Promise<void> {
    return Promise.resolve();
  }

  /** One named part of the demo, told with its time when it is over. */
  async step<T>(name: string, work: () => Promise<T>): Promise<T> {
    const start = performance.now();
    const picturesBefore = this.#pictureMs;
    const value = await work();
    const ms = Math.round(performance.now() - start - (this.#pictureMs - picturesBefore));
    this.steps.push({ name, ms });
    console.log(`${String(ms).padStart(7)} ms  ${name}`);
    return value;
  }
}
