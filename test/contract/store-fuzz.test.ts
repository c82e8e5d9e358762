import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Call } from '../../electron/contract/call.ts';
import type { Port } from '../../electron/contract/port.ts';
import { storeContract } from '../../electron/contract/store.ts';
import { isErrorCode } from '../../electron/core/errors/app-error.ts';
import { ADMINISTRATOR, AUDITOR, CHIEF, OFFICER, RunningStore, TECHNICIAN, temporaryFolder } from '../integration/store-harness.ts';

/** Inputs per call: so many from the generator, and each of the named ones. */
const INPUTS = 200;
const SEED = 20_260_413;
const ACCOUNTS = { officer: OFFICER, chief: CHIEF, technician: TECHNICIAN, auditor: AUDITOR, administrator: ADMINISTRATOR };
const calls = Object.entries<Call>(storeContract);

const folder = temporaryFolder();
const ports = new Map<string, RawPort>();
let store: RunningStore;

/** Requests by hand: nothing between the test and the wire. */
class RawPort {
  readonly #port: Port;
  readonly #waiting = new Map<number, (reply: unknown) => void>();
  #lastId = 0;

  constructor(port: Port) {
    this.#port = port;
    port.onMessage((message) => {
      const { id, reply } = message as { id: number; reply: unknown };
      this.#waiting.get(id)?.(reply);
      this.#waiting.delete(id);
    });
  }

  ask(call: unknown, input: unknown): Promise<unknown> {
    return this.#await(++this.#lastId, { id: this.#lastId, call, input });
  }

  /** A message that is no request: answered with number -1. */
  post(message: unknown): Promise<unknown> {
    return this.#await(-1, message);
  }

  #await(id: number, message: unknown): Promise<unknown> {
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve);
      this.#port.post(message);
    });
  }
}

beforeAll(async () => {
  store = new RunningStore(folder.path);
  expect(await store.began).toMatchObject({ ok: true });
  for (const [role, account] of Object.entries(ACCOUNTS)) {
    const port = new RawPort(store.host.port('page'));
    expect(await port.ask('session.sign-in', account)).toMatchObject({ ok: true });
    ports.set(role, port);
  }
});
afterAll(async () => {
  await store.stop();
  folder.remove();
});

const deep = (levels: number): unknown => {
  let value: unknown = 1;
  for (let i = 0; i < levels; i++) value = { a: value };
  return value;
};
const ownProto = (): unknown => JSON.parse('{"__proto__":{"id":"x","isAdmin":true},"constructor":{"prototype":{"polluted":1}}}');
const NAMED: readonly (() => unknown)[] = [
  () => null, () => undefined, () => 0, () => Number.NaN, () => '', () => [], () => [[[]]], () => new Date(0), () => new Uint8Array(64), () => new Map([[1, 2]]),
  () => ownProto(), () => deep(2_000), () => 'x'.repeat(10_000_000), () => ({ id: 'x'.repeat(10_000_000) }), () => 2n ** 70n, () => ({ a: { toString: 1 } }),
];
const junk = fc.sample(fc.anything({ withBigInt: true, withDate: true, withTypedArray: true, withNullPrototype: false, maxDepth: 4 }), { seed: SEED, numRuns: INPUTS });
/** Near misses: the right keys with wrong values, and a right-looking object with one key too many. */
const nearMisses = (call: Call): readonly unknown[] => {
  const shape = (call.input as unknown as { readonly shape?: Readonly<Record<string, unknown>> }).shape ?? {};
  const keys = Object.keys(shape);
  return [Object.fromEntries(keys.map((key) => [key, null])), Object.fromEntries(keys.map((key) => [key, ownProto()])), { ...Object.fromEntries(keys.map((key) => [key, 'x'])), extra: 1 }];
};

const portFor = (call: Call): RawPort => ports.get(Array.isArray(call.access) ? String(call.access[0]) : 'officer')!;

function expectFailure(reply: unknown, code: string): void {
  expect(reply).toMatchObject({ ok: false, error: { code } });
  const { error } = reply as { error: { code: string; detail: unknown } };
  expect(isErrorCode(error.code)).toBe(true);
  expect(JSON.stringify(reply)).not.toMatch(/\bat .+:\d+:\d+/);
  expect(JSON.stringify(reply).length).toBeLessThan(500);
}

describe('every call answers whatever comes with ipc.bad-message', () => {
  it.each(calls)('%s', async (name, call) => {
    const bad = [...NAMED.map((make) => make()), ...nearMisses(call), ...junk].filter((input) => !call.input.safeParse(input).success);
    expect(bad.length).toBeGreaterThan(150);
    const replies = await Promise.all(bad.map((input) => portFor(call).ask(name, input)));
    for (const reply of replies) expectFailure(reply, 'ipc.bad-message');
  });
});

it('answers what is no request at all, and goes on', async () => {
  const port = ports.get('officer')!;
  for (const message of [null, undefined, 7, 'x', [], { id: 'x' }, { call: 'session.view', input: {} }, new Uint8Array(3)]) {
    expect(await port.post(message)).toMatchObject({ ok: expect.any(Boolean) });
  }
  expectFailure(await port.post(null), 'ipc.bad-message');
  for (const name of ['no.such', '__proto__', 'constructor', 'toString', '']) expectFailure(await port.ask(name, {}), 'ipc.unknown-call');
  for (const name of [1, null, {}, undefined]) expectFailure(await port.ask(name, {}), 'ipc.bad-message');
});

it('is alive afterwards, as the same process, with nothing changed', async () => {
  expect(await ports.get('officer')!.ask('session.view', {})).toMatchObject({ ok: true, value: { phase: 'open' } });
  expect(await ports.get('auditor')!.ask('audit.verify', {})).toMatchObject({ ok: true, value: { ok: true } });
  expect(await ports.get('officer')!.ask('dossier.list', { search: '', states: [], cursor: null, size: 10 })).toMatchObject({ value: { rows: [] } });
  expect(store.host.log).not.toContain('ipc.internal');
});
