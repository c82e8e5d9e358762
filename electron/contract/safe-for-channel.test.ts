import { expect, it } from 'vitest';
import { safeForChannel } from './safe-for-channel.ts';

const deep = (levels: number): unknown => {
  let value: unknown = 1;
  for (let i = 0; i < levels; i++) value = i % 2 === 0 ? { a: value } : [value];
  return value;
};

it('passes on what the contract could mean, untouched', () => {
  for (const message of [null, 7, { id: 1, call: 'a', input: { bytes: new Uint8Array(4), list: [{ a: [1] }] } }, new Map([[1, new Set([2])]]), deep(30)]) {
    expect(safeForChannel(message)).toBe(message);
  }
});

it('takes the input out of a message that is too deep, and keeps its number', () => {
  expect(safeForChannel({ id: 3, call: 'dossier.get', input: deep(100_000) })).toEqual({ id: 3, call: 'dossier.get', input: null });
  expect(safeForChannel(deep(100_000))).toBeNull();
  let map = new Map<string, unknown>();
  for (let i = 0; i < 100; i++) map = new Map([['a', map]]);
  expect(safeForChannel(map)).toBeNull();
});

it('is not caught in a circle', () => {
  const circle: Record<string, unknown> = {};
  circle['self'] = { circle };
  expect(safeForChannel(circle)).toBe(circle);
});
