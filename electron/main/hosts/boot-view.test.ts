import { expect, it } from 'vitest';
import type { HostStatus } from '../../contract/page.ts';
import { bootView } from './boot-view.ts';

const store = (state: HostStatus['state'], error: HostStatus['error'] = null): readonly HostStatus[] => [{ host: 'store-host', state, error }];
const CORRUPT = { code: 'store.corrupt', detail: {} } as const;
const PARKED = { code: 'host.parked', detail: {} } as const;

it('starts until the store is ready for the first time', () => {
  expect(bootView({ kind: 'opening' }, store('starting'), false)).toEqual({ phase: 'starting' });
  expect(bootView({ kind: 'open' }, store('starting'), false)).toEqual({ phase: 'starting' });
  expect(bootView({ kind: 'open' }, store('restarting'), false)).toEqual({ phase: 'starting' });
});

it('asks for the passphrase before anything else', () => {
  expect(bootView({ kind: 'passphrase', first: true }, store('starting'), false)).toEqual({ phase: 'passphrase', first: true });
});

it('shows why the key or the store cannot be used', () => {
  expect(bootView({ kind: 'failed', error: { code: 'keys.damaged', detail: {} } }, [], false)).toEqual({ phase: 'blocked', error: { code: 'keys.damaged', detail: {} } });
  expect(bootView({ kind: 'open' }, store('blocked', CORRUPT), true)).toEqual({ phase: 'blocked', error: CORRUPT });
  expect(bootView({ kind: 'open' }, store('parked', PARKED), false)).toEqual({ phase: 'blocked', error: PARKED });
});

it('leaves the screen in place when a running store restarts or is parked', () => {
  for (const hosts of [store('restarting'), store('starting'), store('unresponsive'), store('parked', PARKED)]) {
    expect(bootView({ kind: 'open' }, hosts, true)).toEqual({ phase: 'running', hosts });
  }
});
