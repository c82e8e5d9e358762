import { describe, expect, it } from 'vitest';
import { ERROR_CODES } from '../../electron/core/errors/error-codes.ts';
import { read, TEXT_FILES } from './source-tree.ts';

const LOCALES = ['vi', 'en'] as const;
type Texts = { readonly [key: string]: string | Texts };

const subjectsOf = (locale: string): readonly string[] =>
  TEXT_FILES.filter((path) => path.startsWith(`renderer/i18n/${locale}/`) && path.endsWith('.json')).map((path) => path.slice(`renderer/i18n/${locale}/`.length));
const texts = (locale: string, subject: string): Texts => JSON.parse(read(`renderer/i18n/${locale}/${subject}`)) as Texts;

const entriesOf = (node: Texts, prefix = ''): readonly (readonly [string, string])[] =>
  Object.entries(node).flatMap(([key, value]) => (typeof value === 'string' ? [[`${prefix}${key}`, value] as const] : entriesOf(value, `${prefix}${key}.`)));

/** Languages differ in plural forms (Vietnamese has one), so the ending that i18next adds for them is not compared. */
const keysOf = (locale: string, subject: string): readonly string[] =>
  [...new Set(entriesOf(texts(locale, subject)).map(([key]) => key.replace(/_(zero|one|two|few|many|other)$/, '')))].sort();
const slotsOf = (text: string): readonly string[] => [...text.matchAll(/{{\s*([\w.]+)/g)].map((match) => match[1]!).sort();

describe('texts', () => {
  it('come in the same subjects in every language', () => {
    expect(subjectsOf('vi').length).toBeGreaterThan(0);
    expect(subjectsOf('en')).toEqual(subjectsOf('vi'));
  });

  it.each(subjectsOf('vi'))('%s has the same keys in every language', (subject) => {
    expect(keysOf('en', subject)).toEqual(keysOf('vi', subject));
  });

  it.each(subjectsOf('vi'))('%s has no empty text and fills the same slots in every language', (subject) => {
    const vietnamese = new Map(entriesOf(texts('vi', subject)));
    const english = new Map(entriesOf(texts('en', subject)));
    expect([...vietnamese, ...english].filter(([, text]) => text.trim() === '').map(([key]) => key)).toEqual([]);
    const differing = [...vietnamese].filter(([key, text]) => english.has(key) && String(slotsOf(text)) !== String(slotsOf(english.get(key)!)));
    expect(differing.map(([key]) => key)).toEqual([]);
  });

  it.each(subjectsOf('vi'))('%s is composed Unicode (NFC)', (subject) => {
    expect(entriesOf(texts('vi', subject)).filter(([, text]) => text !== text.normalize('NFC'))).toEqual([]);
  });

  it.each(LOCALES)('errors.json (%s) has a sentence for every error code and for nothing else', (locale) => {
    expect(keysOf(locale, 'errors.json')).toEqual(Object.keys(ERROR_CODES).sort());
  });
});
