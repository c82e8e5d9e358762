import { expect, it } from 'vitest';
import { PrintMemory } from './print-memory.ts';

const HOUR_MS = 3_600_000;
const NOTHING = { slot: 'right-four', templates: [] } as const;
const one = (name: 'right-index' | 'right-middle') => ({ slot: 'right-four' as const, templates: [{ finger: name, template: { minutiae: [], widthPx: 1, heightPx: 1 } as never }] });
const fingers = (memory: PrintMemory): readonly string[] => memory.acceptedBeside('thumbs').map(({ finger }) => finger);

it('knows what was restored, for the citizen it was restored for', () => {
  const memory = new PrintMemory(() => 0);
  expect(memory.meet('a')).toBe(true);
  memory.restore('b', one('right-index'));
  expect(fingers(memory)).toEqual([]);
  memory.restore('a', one('right-index'));
  expect(fingers(memory)).toEqual(['right-index']);
  expect(memory.meet('a')).toBe(false);
  expect(memory.meet('b')).toBe(true);
  expect(fingers(memory)).toEqual([]);
});

it('keeps what was accepted since before what is restored', () => {
  const memory = new PrintMemory(() => 0);
  memory.meet('a');
  memory.remember('hash', one('right-middle'));
  memory.accept('hash');
  memory.restore('a', one('right-index'));
  expect(fingers(memory)).toEqual(['right-middle']);
});

it('forgets after half an hour, and says so', () => {
  let nowMs = 0;
  const memory = new PrintMemory(() => nowMs);
  memory.meet('a');
  memory.restore('a', NOTHING);
  nowMs = HOUR_MS;
  expect(memory.meet('a')).toBe(true);
});
