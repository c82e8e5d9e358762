import type { LogLine } from '../../../electron/contract/technician.ts';
import type { DeviceIdentity, DeviceKind } from '../../../drivers/contract/driver.ts';
import { LineRing } from '../../kit/line-ring.ts';

/** About a day of a busy counter; older lines go. */
const KEPT = 2_000;
const MAX_DETAIL = 200;

export type Subject = { readonly kind: DeviceKind; readonly identity: Pick<DeviceIdentity, 'id'> };
type Happening = Pick<LogLine, 'level' | 'code' | 'detail'>;

/** What happened to the devices, newest last, in memory only. Lines carry codes and safe detail: nobody's name fits in here. */
export class DeviceLog extends LineRing<LogLine> {
  readonly #now: () => number;

  constructor(now: () => number) {
    super(KEPT);
    this.#now = now;
  }

  note({ kind, identity }: Subject, { level, code, detail }: Happening): void {
    const cut = Object.fromEntries(Object.entries(detail).map(([key, value]) => [key.slice(0, 40), typeof value === 'string' ? value.slice(0, MAX_DETAIL) : value]));
    this.push({ at: new Date(this.#now()).toISOString(), level, deviceId: identity.id, kind, code, detail: cut });
  }

  /** @returns how many lines of `levels` this device has had since midnight of the machine's own day */
  countToday(deviceId: string, wanted: (line: LogLine) => boolean): number {
    const midnight = new Date(this.#now());
    midnight.setHours(0, 0, 0, 0);
    return this.lines.filter((line) => line.deviceId === deviceId && Date.parse(line.at) >= midnight.getTime() && wanted(line)).length;
  }
}
