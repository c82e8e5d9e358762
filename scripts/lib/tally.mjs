/**
 * How a run of checks ended; `failures` says in a few lines each what failed, so that the end of a long log does.
 * @typedef {{ readonly name: string, readonly passed: number, readonly failed: number, readonly failures: readonly string[] }} Tally
 */

/**
 * @param {string} name
 * @param {boolean} ok
 * @returns {Tally}
 */
export function oneCheck(name, ok) {
  return { name, passed: ok ? 1 : 0, failed: ok ? 0 : 1, failures: ok ? [] : [`${name}: see its output above`] };
}
