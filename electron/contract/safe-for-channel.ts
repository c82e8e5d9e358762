/** No message of the contract nests deeper than this (a dossier's captures' devices: six). */
const MAX_DEPTH = 40;

/**
 * Node reads what comes over a child process's channel recursively and dies of a few thousand levels (RangeError in
 * its own reader, where no host can catch it). Whoever pumps a page's message into such a channel passes it through
 * here: a message too deep keeps its number and loses its input, so that the host answers it `ipc.bad-message`.
 */
export function safeForChannel(message: unknown): unknown {
  if (!isTooDeep(message)) return message;
  const { id, call } = message as { readonly id?: unknown; readonly call?: unknown };
  return typeof id === 'number' && typeof call === 'string' ? { id, call, input: null } : null;
}

/** Level by level, without recursion; an object met twice is walked once. */
function isTooDeep(message: unknown): boolean {
  const seen = new Set<object>();
  let level: readonly unknown[] = [message];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MAX_DEPTH) return true;
    const below: unknown[] = [];
    for (const value of level) {
      if (typeof value !== 'object' || value === null || seen.has(value)) continue;
      seen.add(value);
      for (const child of childrenOf(value)) below.push(child);
    }
    level = below;
  }
  return false;
}

function childrenOf(value: object): Iterable<unknown> {
  if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) return [];
  if (value instanceof Map) return [...value.keys(), ...value.values()];
  if (value instanceof Set) return value;
  return Object.values(value);
}
