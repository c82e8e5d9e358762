export type Fact = { readonly name: string; readonly value: string };
/** Looks a word up; `undefined` when there is none. */
export type FindWords = (key: string, holes?: Readonly<Record<string, string>>) => string | undefined;
/** `technical`: a name or code as the machine says it, shown in a fixed-width face. */
export type DiagnosticLine = { readonly label: string; readonly value: string; readonly technical: boolean };

/** A fact of store-host in words. Settings are left out: they stand in a table of their own beside. */
export function diagnosticLines(facts: readonly Fact[], words: FindWords, decimal: ',' | '.'): readonly DiagnosticLine[] {
  return facts.filter(({ name }) => !name.startsWith('setting ')).map(({ name, value }) => {
    const slow = /^slow (.+)$/.exec(name)?.[1];
    if (slow !== undefined) return { label: words('diagnostics.slow', { name: slow }) ?? name, value, technical: true };
    const label = words(`diagnostics.${name}`) ?? name;
    if (name.endsWith('-bytes')) return { label, value: sizeOf(Number(value), decimal), technical: false };
    const worded = words(`diagnostics.${name}.${value}`);
    return { label, value: worded ?? value, technical: worded === undefined && !/^\d+$/.test(value) };
  });
}

const UNITS = ['B', 'KB', 'MB', 'GB', 'TB'] as const;

/** In the largest unit that leaves at least one whole; one digit after the sign below ten. */
export function sizeOf(bytes: number, decimal: ',' | '.'): string {
  const step = bytes < 1 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log2(bytes) / 10));
  const amount = bytes / 1024 ** step;
  const digits = step > 0 && amount < 10 ? amount.toFixed(1) : String(Math.round(amount));
  return `${digits.replace('.', decimal)} ${UNITS[step]!}`;
}
