import { expect, it } from 'vitest';
import { dongInWords } from './dong-in-words.ts';

it.each([
  [0, 'Không đồng'],
  [15_000, 'Mười lăm nghìn đồng'],
  [35_000, 'Ba mươi lăm nghìn đồng'],
  [70_000, 'Bảy mươi nghìn đồng'],
  [21_000, 'Hai mươi mốt nghìn đồng'],
  [105_000, 'Một trăm linh năm nghìn đồng'],
  [1_575_000, 'Một triệu năm trăm bảy mươi lăm nghìn đồng'],
  [2_025_500, 'Hai triệu không trăm hai mươi lăm nghìn năm trăm đồng'],
  [10_000_001, 'Mười triệu không trăm linh một đồng'],
  [1_000_000_000, 'Một tỷ đồng'],
  [-25_000, 'Âm hai mươi lăm nghìn đồng'],
])('%i is written out as %s', (amount, words) => expect(dongInWords(amount)).toBe(words));

it('takes no part of a đồng', () => expect(() => dongInWords(0.5)).toThrow(RangeError));
