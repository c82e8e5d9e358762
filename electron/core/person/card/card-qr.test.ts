import { describe, expect, it } from 'vitest';
import { CHIP_GROUPS } from './chip-groups.ts';
import { parseCardQr } from './card-qr.ts';

/** Nobody's card: the number and the street don't exist. */
const CODE = '001095000001||Nguyễn Văn An|15031995|Nam|Số 1, Phố Thử, Ba Đình, Hà Nội|20082021';
const CARD = {
  pid: '001095000001', oldIdNumber: '', fullName: 'Nguyễn Văn An', birthDate: '1995-03-15', sex: 1, addressSnapshot: 'Số 1, Phố Thử, Ba Đình, Hà Nội', issuedOn: '2021-08-20',
  extra: [], cancelledPid: '',
};
const read = (code: string) => {
  const result = parseCardQr(code);
  return result.ok ? result.value : undefined;
};
const codesOf = (code: string): readonly string[] | undefined => read(code)?.findings.map((one) => one.code);

describe('the QR of a card', () => {
  it.each([
    ['as printed', CODE],
    ['with a byte-order mark and CR', `\ufeff${CODE}\r`],
    ['with CR LF', `${CODE}\r\n`],
    ['decomposed', CODE.normalize('NFD')],
    ['with blanks around the fields', CODE.replaceAll('|', ' | ')],
    ['as UTF-8 shown in Windows-1252', [...new TextEncoder().encode(CODE)].map((byte) => new TextDecoder('windows-1252').decode(Uint8Array.of(byte))).join('')],
  ])('is read %s', (_how, code) => {
    expect(read(code)).toMatchObject(CARD);
    expect(codesOf(code)).toEqual(['qr.address-is-snapshot']);
  });

  it('keeps an old number and takes an empty second field', () => {
    expect(read(CODE.replace('||', '|012345678|'))?.oldIdNumber).toBe('012345678');
    expect(read(CODE)?.oldIdNumber).toBe('');
  });

  it('trap 9: takes any number of fields from seven, the rest as they are', () => {
    const long = read(`${CODE}|||Nguyễn Văn Ba|Trần Thị Tư`);
    expect(long).toMatchObject({ ...CARD, extra: ['', '', 'Nguyễn Văn Ba', 'Trần Thị Tư'] });
    expect(long?.findings.find(({ code }) => code === 'qr.extra-fields')).toMatchObject({ severity: 'info', basis: { mark: 'unverified' } });
    expect(read(`${CODE}|012345678|001094000009`)).toMatchObject({ oldIdNumber: '012345678', cancelledPid: '001094000009' });
    expect(parseCardQr(CODE.split('|').slice(0, 6).join('|')).ok).toBe(false);
  });

  it('trap 9: the chip has no fingerprint for a workstation', () => {
    expect(CHIP_GROUPS.filter(({ readable }) => !readable).map(({ group, holds }) => [group, holds])).toEqual([['DG3', 'fingerprints']]);
  });

  it.each(['1952', '00001952'])('trap 10: reads the birth %s as a year', (born) => {
    expect(read(CODE.replace('15031995', born))?.birthDate).toBe('1952');
  });

  it.each([["H'Hen Niê"], ['Ksor Her'], ['Siu Black'], ['Cao Minh Long'], ['Điểu'], ['Y Moan Êñuôl'], ['Trần Thị Hoà']])('has nothing against the name %s', (name) => {
    expect(codesOf(CODE.replace('Nguyễn Văn An', name))).toEqual(['qr.address-is-snapshot']);
  });
});

describe('a code that a keyboard-wedge scanner spoiled', () => {
  it.each([
    ['đđăđ̣ôđđđđđă', 'vietnamese-layout'],
    ['àà&àçàààààà&||NGUYEN', 'azerty-layout'],
    ['))!)(%)))))!\\\\NGUYEN', 'shifted-digits'],
    [CODE.replaceAll('|', '~'), 'lost-separators'],
    [CODE.replaceAll('|', ''), 'lost-separators'],
    [CODE.replace('Nguyễn Văn An', 'Nguy?n V?n An'), 'replaced-letters'],
    [CODE.replace('Nguyễn', 'Nguy\ufffdn'), 'replaced-letters'],
  ])('%s: %s', (code, fault) => {
    expect(parseCardQr(code)).toEqual({ ok: false, error: { code: 'garbled', fault } });
  });

  it.each([['Nguyeenx Vawn An', 'qr.name-garbled'], ['Nguye64n Va8n An', 'qr.name-garbled'], ['Nguyen Van An', 'qr.name-without-marks'], ['Le Thi Hoa', 'qr.name-without-marks']])('warns about %s', (name, code) => {
    expect(codesOf(CODE.replace('Nguyễn Văn An', name))).toContain(code);
  });
});

it.each([
  ['', { code: 'not-a-card' }], ['https://example.org/', { code: 'not-a-card' }], ['a|b|c|d|e|f|g', { code: 'bad-field', field: 'pid' }],
  [CODE.replace('15031995', '31021995'), { code: 'bad-field', field: 'birthDate' }], [CODE.replace('Nam', 'X'), { code: 'bad-field', field: 'sex' }],
  ['|'.repeat(3000), { code: 'not-a-card' }],
])('%j is refused', (code, error) => {
  expect(parseCardQr(code)).toEqual({ ok: false, error });
});
