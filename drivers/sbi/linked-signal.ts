/** Aborts when either does. */
export function linked(a: AbortSignal, b: AbortSignal): AbortSignal {
  const both = new AbortController();
  for (const signal of [a, b]) {
    signal.addEventListener('abort', () => both.abort(), { once: true });
    if (signal.aborted) both.abort();
  }
  return both.signal;
}
