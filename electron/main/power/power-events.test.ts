import { EventEmitter } from 'node:events';
import { expect, it } from 'vitest';
import { watchPower, type PowerEvent } from './power-events.ts';

it('tells each change once, also where the machine reports it twice', () => {
  const monitor = new EventEmitter();
  const told: PowerEvent[] = [];
  watchPower(monitor as never, (event) => told.push(event));
  for (const event of ['resume', 'suspend', 'suspend', 'resume', 'resume', 'suspend']) monitor.emit(event);
  expect(told).toEqual(['suspend', 'resume', 'suspend']);
});
