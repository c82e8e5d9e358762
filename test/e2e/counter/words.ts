import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The screens' own words, so that a player finds a button by what the officer reads on it. */
const LOCALE_DIR = join(import.meta.dirname, '../../../renderer/i18n/vi');
const read = new Map<string, Readonly<Record<string, string>>>();

/** The sentence `key` of `subject` with `{{name}}` filled in; a key that is gone fails the player at once. */
export function words(subject: string, key: string, values: Readonly<Record<string, string | number>> = {}): string {
  const sentences = read.get(subject) ?? (JSON.parse(readFileSync(join(LOCALE_DIR, `${subject}.json`), 'utf8')) as Record<string, string>);
  read.set(subject, sentences);
  const sentence = sentences[key];
  if (sentence === undefined) throw new Error(`no sentence ${subject}:${key}`);
  return sentence.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? `{{${name}}}`));
}

/** The same as a pattern in which every `{{name}}` matches anything. */
export function wordsLike(subject: string, key: string): RegExp {
  const parts = words(subject, key).split(/\{\{\w+\}\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(parts.join('.*'));
}
