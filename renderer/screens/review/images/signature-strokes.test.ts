import { expect, it } from 'vitest';
import { parseSignature } from './signature-strokes.ts';

const bytes = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));
const size = { widthPx: 320, heightPx: 160 };

it('breaks the line where the pen was lifted', () => {
  const drawn = parseSignature(bytes({ samples: [[1, 2, 500, 0], [3, 4, 500, 5], [3, 4, 0, 9], [10, 10, 300, 20], [12, 10, 300, 25]] }), size);
  expect(drawn?.paths).toEqual(['M1.0 2.0L3.0 4.0', 'M10.0 10.0L12.0 10.0']);
});

it.each([[new Uint8Array([1, 2, 3])], [bytes({ samples: 'no' })], [bytes([])]])('refuses what is no signature', (broken) => {
  expect(parseSignature(broken, size)).toBeUndefined();
});
