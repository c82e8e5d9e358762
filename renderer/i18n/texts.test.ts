import { describe, expect, it } from 'vitest';
import { ERROR_CODES } from '../../electron/core/errors/error-codes.ts';
import { DOSSIER_STATES } from '../../electron/core/dossier/lifecycle.ts';
import { RETURN_REASONS } from '../../electron/core/dossier/return-reasons.ts';
import { ISSUE_KINDS, STEPS } from '../../electron/core/dossier/steps.ts';
import { en } from './english.ts';
import { vi } from './resources.ts';

const namespaces = Object.keys(vi) as (keyof typeof vi)[];
const holes = (text: string): readonly string[] => [...text.matchAll(/\{\{(\w+)/g)].map((match) => match[1]!).toSorted();
const sentences = namespaces.flatMap((ns) => Object.entries(vi[ns] as Record<string, string>).map(([key, text]) => ({ where: `${ns}:${key}`, text })));

describe('texts', () => {
  it.each(namespaces)('%s has the same keys in both languages', (ns) => {
    expect(Object.keys(en[ns]).toSorted()).toEqual(Object.keys(vi[ns]).toSorted());
  });

  it.each(namespaces)('%s fills the same holes in both languages', (ns) => {
    const english = en[ns] as Record<string, string>;
    for (const [key, text] of Object.entries(vi[ns] as Record<string, string>)) expect([key, holes(english[key] ?? '')]).toEqual([key, holes(text)]);
  });

  it('has a sentence for every error, and none for codes that are gone', () => {
    expect(Object.keys(vi.errors).toSorted()).toEqual(Object.keys(ERROR_CODES).toSorted());
    for (const text of Object.values(vi.errors)) expect(text).toMatch(/^\p{Lu}.*\.$/u);
  });

  it('names every reason, state, step and kind of issue', () => {
    const states = Object.keys(vi.states);
    expect(Object.keys(vi.reasons)).toEqual(expect.arrayContaining([...RETURN_REASONS]));
    expect(states).toEqual(expect.arrayContaining([...DOSSIER_STATES, ...STEPS.map((step) => `step.${step}`), ...ISSUE_KINDS.map((kind) => `issue.${kind}`)]));
  });

  it('is written in NFC, leaves nothing empty and never shouts', () => {
    for (const { where, text } of sentences) {
      expect([where, text]).toEqual([where, text.normalize('NFC')]);
      expect([where, text.trim() !== '' && !text.includes('!')]).toEqual([where, true]);
    }
  });
});
