const PAGE_ROWS = 12;

/** Where a key leads in a list of `count` rows, or undefined when the key isn't one of a list. */
export function moveSelection(key: string, at: number, count: number): number | undefined {
  const clamp = (index: number): number => Math.max(0, Math.min(count - 1, index));
  switch (key) {
    case 'ArrowDown': return clamp(at + 1);
    case 'ArrowUp': return clamp(at - 1);
    case 'PageDown': return clamp(at + PAGE_ROWS);
    case 'PageUp': return clamp(at - PAGE_ROWS);
    default: return undefined;
  }
}
