const DIGITS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'] as const;
const SCALES = ['', 'nghìn', 'triệu', 'tỷ', 'nghìn tỷ', 'triệu tỷ'] as const;

/**
 * An amount as it is written out below a total: `35000` → `Ba mươi lăm nghìn đồng`.
 *
 * Unit:   `amount` in đồng, a whole number; below zero it begins with `Âm`.
 * Errors: throws `RangeError` for what is no whole number or too large to be one.
 * Source: common practice of Vietnamese vouchers (mốt after tens, lăm after tens, linh for a zero in the tens, không trăm inside).
 */
export function dongInWords(amount: number): string {
  if (!Number.isSafeInteger(amount)) throw new RangeError('not a whole amount');
  if (amount === 0) return 'Không đồng';
  const groups = groupsOf(Math.abs(amount));
  const parts = groups.flatMap((group, at) => (group === 0 ? [] : [[hundreds(group, at < groups.length - 1), SCALES[at]].filter((part) => part !== '').join(' ')])).toReversed();
  const words = `${amount < 0 ? 'âm ' : ''}${parts.join(' ')} đồng`;
  return words[0]!.toLocaleUpperCase('vi') + words.slice(1);
}

/** Groups of three digits, the lowest first. */
function groupsOf(amount: number): readonly number[] {
  return amount < 1_000 ? [amount] : [amount % 1_000, ...groupsOf(Math.floor(amount / 1_000))];
}

/** @param isInner something stands before it: its hundreds are said even when there are none */
function hundreds(group: number, isInner: boolean): string {
  const [hundred, rest] = [Math.floor(group / 100), group % 100];
  if (hundred === 0 && !isInner) return tens(rest, false);
  return [`${DIGITS[hundred]} trăm`, tens(rest, true)].filter((part) => part !== '').join(' ');
}

function tens(rest: number, isInner: boolean): string {
  const [ten, one] = [Math.floor(rest / 10), rest % 10];
  if (ten === 0) return one === 0 ? '' : isInner ? `linh ${DIGITS[one]}` : DIGITS[one]!;
  const head = ten === 1 ? 'mười' : `${DIGITS[ten]} mươi`;
  if (one === 0) return head;
  const tail = one === 1 && ten > 1 ? 'mốt' : one === 5 ? 'lăm' : DIGITS[one];
  return `${head} ${tail}`;
}
