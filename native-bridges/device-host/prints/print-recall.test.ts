import { describe, expect, it } from 'vitest';
import { PrintRecall } from './print-recall.ts';

const SOON_MS = 1;

function recallWith(store: boolean, waitMs?: number) {
  const recall = new PrintRecall(waitMs);
  const wanted: string[] = [];
  if (store) recall.onWanted = (subject) => wanted.push(subject) > 0;
  return { recall, wanted };
}

describe('the prints that a dossier holds already', () => {
  it('are asked for once for each citizen', async () => {
    const { recall, wanted } = recallWith(true);
    recall.expect('a', true);
    recall.expect('a', false);
    recall.answer('a', true);
    expect(await recall.isKnown()).toBe(true);
    recall.expect('a', false);
    recall.expect('b', true);
    expect(wanted).toEqual(['a', 'b']);
  });

  it('are asked for again when they were forgotten, or could not be read whole', async () => {
    const { recall, wanted } = recallWith(true);
    recall.expect('a', true);
    recall.answer('a', true);
    recall.expect('a', true);
    recall.answer('a', false);
    expect(await recall.isKnown()).toBe(false);
    recall.expect('a', false);
    expect(wanted).toEqual(['a', 'a', 'a']);
  });

  it('are not waited for where no store answers, and an answer for somebody else is none', async () => {
    const late = recallWith(true, SOON_MS).recall;
    late.expect('a', true);
    late.answer('b', true);
    expect(await late.isKnown()).toBe(false);
    const alone = recallWith(false).recall;
    alone.expect('a', true);
    expect(await alone.isKnown()).toBe(false);
  });

  it('are none where there is no dossier', async () => {
    const { recall, wanted } = recallWith(true);
    recall.expect('', true);
    expect(await recall.isKnown()).toBe(true);
    expect(wanted).toEqual([]);
  });
});
