import { CodecFault } from '../../codec-error.ts';

/** Far more than any network says of a face: a number beyond it is a fault, and distances made of it are still numbers. */
const MOST = 1e6;

/**
 * Holds a network's answer to its size and to being numbers. Without this one not-a-number among them becomes a face that is
 * nowhere, and its criteria would be reckoned from nothing.
 *
 * @throws {CodecFault} `face.bad-answer`
 */
export function expectNumbers(numbers: ArrayLike<number>, count: number): void {
  if (numbers.length !== count) throw new CodecFault('face.bad-answer', 0, `${numbers.length} numbers instead of ${count}`);
  for (let n = 0; n < count; n++) {
    if (!(Math.abs(numbers[n]!) <= MOST)) throw new CodecFault('face.bad-answer', 0, 'not a number of a picture');
  }
}
