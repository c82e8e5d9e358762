import { describe, expect, it } from 'vitest';
import { canonicalJson, parseCanonicalJson } from './canonical-json.ts';

describe('canonical JSON', () => {
  it('is that of RFC 8785, 3.2.2 and 3.2.3', () => {
    const value = { numbers: [333333333.3333333, 1e30, 4.5, 2e-3, 0.000000000000000000000000001], string: '\u20ac$\u000f\nA\'B"\\\\"/', literals: [null, true, false] };
    expect(canonicalJson(value).toString('utf8')).toBe('{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}');
    expect(canonicalJson({ '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\ud83d\ude00': 5, '\u0080': 6, '\u00f6': 7 }).toString('utf8')).toBe('{"\\r":2,"1":4,"\u0080":6,"ö":7,"€":1,"😀":5,"\ufb33":3}');
  });

  it('gives back its value', () => {
    expect(parseCanonicalJson(canonicalJson({ b: ['Trần Thị Bình', 1], a: null }))).toEqual({ a: null, b: ['Trần Thị Bình', 1] });
  });

  it.each([
    ['a space', '{"a": 1}'], ['another order', '{"b":1,"a":2}'], ['a key twice', '{"a":1,"a":1}'], ['an escape that is not needed', '{"a":"\\u0041"}'],
    ['a byte-order mark', '\ufeff{"a":1}'], ['a newline at the end', '{"a":1}\n'], ['a number written otherwise', '{"a":1.0}'], ['no object', '1'], ['not JSON', '{'],
  ])('refuses %s', (_name, text) => {
    expect(parseCanonicalJson(Buffer.from(text, 'utf8'))).toBeUndefined();
  });

  it('refuses bytes that are not UTF-8', () => {
    expect(parseCanonicalJson(Buffer.from('{"a":"\xff"}', 'latin1'))).toBeUndefined();
  });
});
