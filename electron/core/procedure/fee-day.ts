/** What became of money on one day. `given-back`: written on an earlier day, voided on this one. `free`: the law charges nothing. */
export const FEE_DAY_STATES = ['collected', 'voided', 'given-back', 'exempt', 'free', 'due'] as const;
export type FeeDayState = (typeof FEE_DAY_STATES)[number];

/** Days are `YYYY-MM-DD` in Vietnam; `voidedOn` null = not voided, or not decided yet. */
export type DatedReceipt = { readonly amountDong: number; readonly collectedOn: string; readonly voidedOn: string | null };
export type FeeOfDossier<R extends DatedReceipt> = {
  readonly receivedOn: string;
  readonly isWithdrawn: boolean;
  readonly baseDong: number;
  readonly amountDong: number;
  readonly receipts: readonly R[];
};
export type FeeDayLine<R extends DatedReceipt> = { readonly state: FeeDayState; readonly receipt: R | undefined };

/**
 * What one dossier adds to the sheet of `day`, as things stood when that day ended: a receipt that is voided later stays
 * collected on its own day and is given back on the other, so that a sheet once signed stays true.
 */
export function feeDayLines<R extends DatedReceipt>(day: string, fee: FeeOfDossier<R>): readonly FeeDayLine<R>[] {
  const money = fee.receipts.flatMap((receipt): FeeDayLine<R>[] => {
    const state = moneyState(day, receipt);
    return state === undefined ? [] : [{ state, receipt }];
  });
  const isSettled = fee.receipts.some(({ collectedOn, voidedOn }) => collectedOn <= day && (voidedOn === null || voidedOn > day));
  if (fee.receivedOn !== day || fee.isWithdrawn || isSettled) return money;
  return [...money, { state: fee.amountDong > 0 ? 'due' : fee.baseDong > 0 ? 'exempt' : 'free', receipt: undefined }];
}

function moneyState(day: string, { collectedOn, voidedOn }: DatedReceipt): FeeDayState | undefined {
  if (collectedOn === day) return voidedOn === day ? 'voided' : 'collected';
  return voidedOn === day ? 'given-back' : undefined;
}

export type FeeDayTotals = { readonly collectedDong: number; readonly givenBackDong: number; /** What the officer hands over; below zero where more went back than came in. */ readonly handOverDong: number };

type Moved = { readonly state: FeeDayState; readonly receipt: { readonly amountDong: number } | null | undefined };

export function feeDayTotals(lines: readonly Moved[]): FeeDayTotals {
  const sum = (...states: readonly FeeDayState[]): number => lines.reduce((total, { state, receipt }) => total + (states.includes(state) ? (receipt?.amountDong ?? 0) : 0), 0);
  const collectedDong = sum('collected', 'voided');
  const givenBackDong = sum('voided', 'given-back');
  return { collectedDong, givenBackDong, handOverDong: collectedDong - givenBackDong };
}
