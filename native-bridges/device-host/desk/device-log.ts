import type { LogLine } from '../../../electron/contract/technician.ts';
import type { DeviceIdentity, DeviceKind } from '../../../drivers/contract/driver.ts';

/** About a day of a busy counter; older lines go. */
const KEPT = 2_000;
const MAX_DETAIL = 200;

export type Subject = { readonly kind: DeviceKind; readonly identity: Pick<DeviceIdentity, 'id'> };
type Happening = Pick<LogLine, 'level' | 'code' | 'detail'>;

/** What happened to the devices, newest last, in memory only. Lines carry codes and safe detail: nobody's name fits in here. */
export class DeviceLog {
  readonly #lines: LogLine[] = [];
  readonly #waiting = new Set<() => void>();
  readonly #now: () => number;
  #seq = 0;

  constructor(now: () => number) {
    this.#now = now;
  }

  get lines(): readonly LogLine[] {
    return this.#lines;
  }

  note({ kind, identity }: Subject, { level, code, detail }: Happening): void {
    const cut = Object.fromEntries(Object.entries(detail).map(([key, value]) => [key.slice(0, 40), typeof value === 'string' ? value.slice(0, MAX_DETAIL) : value]));
    this.#lines.push({ seq: ++this.#seq, at: new Date(this.#now()).toISOString(), level, deviceId: identity.id, kind, code, detail: cut });
    if (this.#lines.length > KEPT) this.#lines.shift();
    for (const wake of this.#waiting) wake();
    this.#waiting.clear();
  }

  /** Lines after number `after`, at once where there are any, else as soon as one comes, at the latest after `waitMs`. */
  async after(after: number, waitMs: number): Promise<{ lines: LogLine[]; last: number }> {
    // A host that started anew counts from one again: whoever remembers a larger number gets everything.
    const from = after > this.#seq ? 0 : after;
    if (from === this.#seq && waitMs > 0) await this.#news(waitMs);
    return { lines: this.#lines.filter(({ seq }) => seq > from), last: this.#seq };
  }

  /** @returns how many lines of `levels` this device has had since midnight of the machine's own day */
  countToday(deviceId: string, wanted: (line: LogLine) => boolean): number {
    const midnight = new Date(this.#now());
    midnight.setHours(0, 0, 0, 0);
    return this.#lines.filter((line) => line.deviceId === deviceId && Date.parse(line.at) >= midnight.getTime() && wanted(line)).length;
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
