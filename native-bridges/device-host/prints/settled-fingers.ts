import type { LiveLook } from './look-live.ts';

type Box = LiveLook['boxes'][number]['box'];

/** A finger whose box moves by less than this share of its width from one look to the next lies still; looks come a few times a second. */
const MOST_DRIFT = 0.2;
/** Fingers that lie there and won't come out good are left to the device after this long: it may see them better than a live picture shows. */
const POOR_MS = 3_000;

type Order = { readonly expected: number; readonly holdMs: number; readonly now: () => number };

/**
 * Tells a device that captures by itself when it may begin: as many fingers as were asked for lie still, good and of the right hand, for
 * `holdMs`. Where a live picture can't be told anything from, it may begin at once.
 */
export class SettledFingers {
  readonly settled: Promise<void>;
  readonly #settle: () => void;
  readonly #order: Order;
  #before: readonly Box[] = [];
  #stillSinceMs: number | undefined;
  #goodSinceMs: number | undefined;

  constructor(order: Order) {
    const settled = Promise.withResolvers<void>();
    [this.settled, this.#settle, this.#order] = [settled.promise, settled.resolve, order];
  }

  seen(look: LiveLook | undefined): void {
    if (look === undefined) return this.#settle();
    const { expected, holdMs, now } = this.#order;
    const boxes = look.boxes.map(({ box }) => box);
    const still = boxes.length === expected && this.#before.length === expected && boxes.every((box, n) => isNear(box, this.#before[n]!));
    this.#before = boxes;
    const good = still && look.hint === undefined && look.boxes.every(({ ok }) => ok);
    this.#stillSinceMs = still ? (this.#stillSinceMs ?? now()) : undefined;
    this.#goodSinceMs = good ? (this.#goodSinceMs ?? now()) : undefined;
    const lasts = (sinceMs: number | undefined, ms: number): boolean => sinceMs !== undefined && now() - sinceMs >= ms;
    if (lasts(this.#goodSinceMs, holdMs) || lasts(this.#stillSinceMs, POOR_MS + holdMs)) this.#settle();
  }
}

const middleOf = ({ xPx, yPx, widthPx, heightPx }: Box): readonly [number, number] => [xPx + widthPx / 2, yPx + heightPx / 2];

function isNear(box: Box, before: Box): boolean {
  const [[x, y], [oldX, oldY]] = [middleOf(box), middleOf(before)];
  return Math.hypot(x - oldX, y - oldY) <= MOST_DRIFT * before.widthPx;
}
