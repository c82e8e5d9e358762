/** Full-jitter exponential back-off between upload tries: 5 s base, 15 min cap; after 20 tries the entry is parked, never deleted. */
const BASE_MS = 5_000;
const CAP_MS = 15 * 60_000;
export const MAX_TRIES = 20;

/**
 * @param tries how many tries have failed so far (>= 1)
 * @param random a number in [0, 1)
 * @param retryAfterMs what the server asked for, honoured as a floor
 * @returns milliseconds to wait, or 'park'
 */
export function nextDelay(tries: number, random: number, retryAfterMs = 0): number | 'park' {
  if (tries >= MAX_TRIES) return 'park';
  const ceiling = Math.min(BASE_MS * 2 ** Math.max(0, tries - 1), CAP_MS);
  return Math.max(retryAfterMs, Math.round(ceiling * random));
}
