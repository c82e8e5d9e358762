/** One reader of bytes from a device. `good` is a conversation as it should be; `read` says in a word how the damaged one ended, or throws, which is a bug. */
export type FuzzTarget = {
  readonly name: string;
  readonly good: Uint8Array;
  /** Each frame costs a signature check: unit tests take fewer of them. */
  readonly costly?: true;
  readonly read: (pieces: readonly Uint8Array[]) => string;
};

export const bytes = (...parts: readonly Uint8Array[]): Uint8Array => Uint8Array.from(parts.flatMap((part) => [...part]));

/** Fails loudly where a reader says more than it can have heard. */
export function must(holds: boolean, what: string): void {
  if (!holds) throw new Error(what);
}

/** The same damaged bytes cut into up to four pieces at places that `random` picks. */
export function cut(whole: Uint8Array, random: () => number): readonly Uint8Array[] {
  const places = Array.from({ length: Math.floor(random() * 4) }, () => Math.floor(random() * (whole.length + 1))).sort((a, b) => a - b);
  return [...places, whole.length].map((end, n) => whole.subarray(places[n - 1] ?? 0, end));
}
