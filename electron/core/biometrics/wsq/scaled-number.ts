import type { ByteReader } from '../byte-reader.ts';
import type { ByteWriter } from '../byte-writer.ts';

/** WSQ writes real numbers as mantissa / 10^exponent: one byte of exponent, 2 or 4 bytes of mantissa. */
export function readScaled(reader: ByteReader, mantissaBytes: 2 | 4): number {
  const exponent = reader.u8();
  return reader.uint(mantissaBytes) / 10 ** exponent;
}

/**
 * Writes a non-negative number with as many digits as the mantissa holds (0 as exponent 0, mantissa 0).
 * @throws {RangeError} for a number that is negative or past the mantissa.
 */
export function writeScaled(writer: ByteWriter, value: number, mantissaBytes: 2 | 4): void {
  const limit = 256 ** mantissaBytes - 1;
  let exponent = 0;
  let mantissa = value;
  if (value > 0) {
    while (exponent < 255 && Math.round(value * 10 ** (exponent + 1)) <= limit) exponent++;
    mantissa = Math.round(value * 10 ** exponent);
  }
  writer.u8(exponent);
  writer.uint(mantissa, mantissaBytes);
}
