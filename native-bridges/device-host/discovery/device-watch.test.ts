import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, expect, it } from 'vitest';
import { ok } from '../../../electron/core/result/result.ts';
import type { CaptureDevice } from '../../../drivers/contract/driver.ts';
import type { DeviceEntry } from '../device-session.ts';
import { DeviceRegistry } from '../registry.ts';
import type { DeviceSource } from './device-source.ts';
import { DeviceWatch } from './device-watch.ts';

const identity = { id: 'pad-1', maker: '', model: '', serial: 'pad-1', driver: 'test', simulated: false };
const never = new AbortController().signal;
const pad: CaptureDevice = { identity, closed: new Promise(() => undefined), capture: () => new Promise(() => undefined), close: async () => undefined };
const entry: DeviceEntry<CaptureDevice> = { kind: 'signature-pad', identity, open: async () => ok(pad) };

/** A bus on which `entry` is always found; it notes whether work ran when a look began, and whether a look was broken off. */
class Bus implements DeviceSource {
  readonly name = 'test';
  readonly kinds = ['signature-pad'] as const;
  readonly knowsAbsence = true;
  readonly beganWhileBusy: boolean[] = [];
  brokenOff = 0;
  /** How long the bus takes to answer. */
  answer: (signal: AbortSignal) => Promise<void> = async () => undefined;
  readonly #registry: DeviceRegistry;
  #looked = Promise.withResolvers<void>();

  constructor(registry: DeviceRegistry) {
    this.#registry = registry;
  }

  nextLook(): Promise<void> {
    return this.#looked.promise;
  }

  async look(signal: AbortSignal): Promise<readonly DeviceEntry[]> {
    this.beganWhileBusy.push(this.#registry.busy);
    this.#looked.resolve();
    this.#looked = Promise.withResolvers();
    await this.answer(signal);
    if (signal.aborted) this.brokenOff += 1;
    return signal.aborted ? [] : [entry];
  }
}

let watch: DeviceWatch | undefined;
let registry: DeviceRegistry;
afterEach(async () => {
  watch?.stop();
  await registry.close();
});

async function watching(): Promise<Bus> {
  registry = new DeviceRegistry();
  const bus = new Bus(registry);
  watch = new DeviceWatch({ registry, sources: [bus], wanted: () => true, everyMs: 1 });
  const ready = new Promise<void>((resolve) => void registry.onChange((views) => views.some(({ state }) => state.kind === 'ready') && resolve()));
  await watch.start();
  await ready;
  return bus;
}

it('begins no look at the buses while a device works, and looks again afterwards', async () => {
  const bus = await watching();
  for (let job = 0; job < 12; job++) {
    await bus.nextLook();
    // Work lasts longer than several looks would take to come round.
    expect(await registry.captureSession('pad-1').run({ id: `job-${job}`, cancelled: never, begin: async () => ok(await pause(12, 'done')) })).toEqual({ ok: true, value: 'done' });
  }
  await bus.nextLook();
  expect(registry.state('pad-1')).toMatchObject({ kind: 'ready' });
  expect(bus.beganWhileBusy.length).toBeGreaterThanOrEqual(12);
  expect(bus.beganWhileBusy).not.toContain(true);
});

it('breaks a look off when work begins, and believes in nothing it said: the device stays', async () => {
  const bus = await watching();
  bus.answer = (signal) => new Promise((resolve) => void signal.addEventListener('abort', () => resolve(), { once: true }));
  await bus.nextLook();
  const done = Promise.withResolvers<void>();
  const job = registry.captureSession('pad-1').run({ id: 'job', cancelled: never, begin: async () => ok(await done.promise) });
  await expect.poll(() => bus.brokenOff).toBe(1);
  expect(registry.state('pad-1')).toMatchObject({ kind: 'busy' });
  bus.answer = async () => undefined;
  done.resolve();
  expect(await job).toMatchObject({ ok: true });
  await bus.nextLook();
  expect(registry.state('pad-1')).toMatchObject({ kind: 'ready' });
});
