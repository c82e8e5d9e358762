/** Lines in the order they came, numbered from 1; the oldest go. In memory only. */
export class LineRing<Line extends { readonly seq: number }> {
  readonly #lines: Line[] = [];
  readonly #waiting = new Set<() => void>();
  readonly #kept: number;
  #seq = 0;

  /** @param kept how many lines are remembered */
  constructor(kept: number) {
    this.#kept = kept;
  }

  get lines(): readonly Line[] {
    return this.#lines;
  }

  push(line: Omit<Line, 'seq'>): void {
    this.#lines.push({ ...line, seq: ++this.#seq } as Line);
    if (this.#lines.length > this.#kept) this.#lines.shift();
    for (const wake of this.#waiting) wake();
    this.#waiting.clear();
  }

  /** Lines after number `after`, at once where there are any, else as soon as one comes, at the latest after `waitMs`. */
  async after(after: number, waitMs: number): Promise<{ lines: Line[]; last: number }> {
    // A process that started anew counts from one again: whoever remembers a larger number gets everything.
    const from = after > this.#seq ? 0 : after;
    if (from === this.#seq && waitMs > 0) await this.#news(waitMs);
    return { lines: this.#lines.filter(({ seq }) => seq > from), last: this.#seq };
  }

  #news(waitMs: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        this.#waiting.delete(wake);
        resolve();
      }, waitMs);
      const wake = (): void => {
        clearTimeout(timer);
        resolve();
      };
      this.#waiting.add(wake);
    });
  }
}
