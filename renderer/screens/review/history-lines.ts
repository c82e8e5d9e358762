export type HistoryEntry = { readonly at: string; readonly who: string; readonly action: string };
/** One line of the history: `at` is its newest moment. */
export type HistoryLine = HistoryEntry & { readonly count: number };

/** Newest first; what one person did several times in a row (looking at image after image) becomes one line with a count. */
export function historyLines(entries: readonly HistoryEntry[]): readonly HistoryLine[] {
  const lines: HistoryLine[] = [];
  for (const { at, who, action } of entries.toSorted((a, b) => b.at.localeCompare(a.at))) {
    const last = lines.at(-1);
    if (last !== undefined && last.who === who && last.action === action) lines[lines.length - 1] = { ...last, count: last.count + 1 };
    else lines.push({ at, who, action, count: 1 });
  }
  return lines;
}
