import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseCardQr } from './card/card-qr.ts';
import { composeMrz, parseMrz } from './card/mrz.ts';
import { parseIdNumber } from './pid.ts';
import { isSameName, joinName, splitName } from './name.ts';
import { parsePartialDate } from './partial-date.ts';
import { parseAddress } from './place/address.ts';
import { cleanText } from './text/clean-text.ts';
import { recogniseLegacy } from './text/legacy-encoding.ts';

const anyText = fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.string({ unit: fc.constantFrom(...'0123456789|<NamĐđàảãạ ÇÞ×¬\u0301\u200b\r\n,'), maxLength: 300 }));
const word = fc.string({ unit: fc.constantFrom(...'abcdeghiklmnopqrstuvxyăâđêôơưáàảãạÊñ'), minLength: 1, maxLength: 7 });

it('answers any scanned or pasted text with a value, never an exception', () => {
  fc.assert(fc.property(anyText, (text) => {
    for (const parse of [parseCardQr, parseMrz, parseIdNumber, parsePartialDate]) expect(typeof parse(text).ok).toBe('boolean');
    expect(typeof parseAddress(text).sure).toBe('boolean');
    expect(recogniseLegacy(text)?.text).not.toBe('');
    expect(cleanText(cleanText(text))).toBe(cleanText(text));
  }));
});

it('puts every name together again as it was taken apart', () => {
  fc.assert(fc.property(fc.array(word, { minLength: 1, maxLength: 6 }), (words) => {
    const name = words.join(' ');
    expect(joinName(splitName(name))).toBe(cleanText(name));
    expect(isSameName(name.normalize('NFD'), name.toLocaleUpperCase('vi'))).toBe(true);
  }));
});

it('reads every zone that it composes', () => {
  const pid = fc.stringMatching(/^[0-9]{3}[0-3][0-9]{8}$/);
  const person = fc.record({ pid, day: fc.integer({ min: 1, max: 28 }), month: fc.integer({ min: 1, max: 12 }), sex: fc.constantFrom<0 | 1 | 2>(0, 1, 2), name: fc.array(word, { minLength: 1, maxLength: 9 }) });
  fc.assert(fc.property(person, ({ pid: number, day, month, sex, name }) => {
    const year = 1900 + Math.floor(Number(number.charAt(3)) / 2) * 100 + Number(number.slice(4, 6));
    const birthDate = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
    const zone = composeMrz({ pid: number, birthDate, sex, expiresOn: '2042-05-10', fullName: name.join(' ') });
    const read = parseMrz(zone.ok ? zone.value.join('\n') : '');
    expect(read).toMatchObject({ ok: true, value: { pid: number, birthDate, sex, expiresOn: '2042-05-10' } });
  }));
});
