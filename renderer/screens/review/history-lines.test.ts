import { expect, it } from 'vitest';
import { historyLines } from './history-lines.ts';

const entry = (minute: number, who: string, action: string) => ({ at: `2026-11-20T03:0${minute}:00.000Z`, who, action });

it('puts the newest first and gathers what one person did in a row', () => {
  const lines = historyLines([entry(1, 'An', 'dossier.open'), entry(2, 'An', 'capture.view'), entry(3, 'An', 'capture.view'), entry(4, 'Bình', 'capture.view')]);
  expect(lines.map(({ who, action, count }) => `${who} ${action} ${count}`)).toEqual(['Bình capture.view 1', 'An capture.view 2', 'An dossier.open 1']);
  expect(lines[1]?.at).toBe(entry(3, 'An', '').at);
});
