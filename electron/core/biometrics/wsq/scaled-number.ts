import type { ByteReader } from '../byte-reader.ts';
import type { ByteWriter } from '../byte-writer.ts';

/** WSQ writes real numbers as mantissa / 10^exponent: one byte of exponent, 2 or 4 bytes of mantissa. */
export function readScaled(reader: ByteReader, mantissaBytes: 2 | 4): number {
  const exponent = reader.u8();
  return reader.uint(mantissaBytes) / 10 ** exponent;
}

/** The largest exponent whose mantissa still fits. */
function exponentOf(value: number, limit: number): number {
  let exponent = 0;
  while (value > 0 && exponent < 255 && Math.round(value * 10 ** (exponent + 1)) <= limit) exponent++;
  return exponent;
}

/** The largest number a file can hold in two bytes of mantissa that is not above `value`. */
export function roundDownScaled(value: number): number {
  const unit = 10 ** exponentOf(value, 0xffff);
  return Math.floor(value * unit) / unit;
}

/**
 * Writes a non-negative number with as many digits as the mantissa holds (0 as exponent 0, mantissa 0).
 * @throws {RangeError} for a number that is negative or past the mantissa.
 */
export function writeScaled(writer: ByteWriter, value: number, mantissaBytes: 2 | 4): void {
  const exponent = exponentOf(value, 256 ** mantissaBytes - 1);
  writer.u8(exponent);
  writer.uint(Math.round(value * 10 ** exponent), mantissaBytes);
}
