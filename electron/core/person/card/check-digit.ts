const WEIGHTS = [7, 3, 1] as const;

/**
 * Check digit of one machine-readable-zone field.
 *
 * Unit:   `field` is MRZ text, upper case, filler `<` included.
 * Result: an integer 0..9.
 * Errors: throws `RangeError` for a character outside `0-9A-Z<`; callers look at the alphabet first.
 * Source: ICAO Doc 9303, Part 3, 4.9 "Check digits in the MRZ": weights 7-3-1, A=10 .. Z=35, `<`=0, modulus 10.
 */
export function checkDigit(field: string): number {
  let sum = 0;
  for (let at = 0; at < field.length; at += 1) sum += valueOf(field.charCodeAt(at)) * (WEIGHTS[at % 3] ?? 1);
  return sum % 10;
}

function valueOf(code: number): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  if (code >= 0x41 && code <= 0x5a) return code - 0x41 + 10;
  if (code === 0x3c) return 0;
  throw new RangeError(`not an MRZ character: U+${code.toString(16)}`);
}
