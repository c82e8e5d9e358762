import { AppError } from '../../electron/core/errors/app-error.ts';
import { err, ok, type Result } from '../../electron/core/result/result.ts';
import type { CaptureDevice, CaptureRequest, DeviceIdentity, Still } from './driver.ts';
import type { Fault, SimulationEnvironment } from './simulation.ts';

/** Why a pause ended. */
export type Tick = 'tick' | 'forced' | 'cancelled' | 'unplugged';
/** Waits; while the device is stalled it goes on waiting until something else ends it. */
export type Pace = (ms: number) => Promise<Tick>;

type Play = (request: CaptureRequest, pace: Pace) => Promise<Result<Still, AppError>>;

/** How often a stalled device looks whether it may go on. */
const STALL_LOOK_MS = 50;
const ALIVE_MS = 500;

/** The part all simulated capture devices share: plug, cancel, force, stall, damaged frame. `play` is what each shows. */
export function simulatedCapture(identity: DeviceIdentity, environment: SimulationEnvironment, play: Play): CaptureDevice {
  const plug = simulatedPlug(environment);
  const capture = async (request: CaptureRequest, signal: AbortSignal): Promise<Result<Still, AppError>> => {
    if (plug.gone) return err(new AppError('device.unplugged', { driver: identity.driver }));
    const ended = new AbortController();
    let forced = false;
    void request.forced.then(() => {
      forced = true;
      ended.abort();
    });
    const stop = (): void => ended.abort();
    signal.addEventListener('abort', stop, { once: true });
    void plug.closed.then(stop);
    const why = (): Tick => (plug.gone ? 'unplugged' : signal.aborted ? 'cancelled' : forced ? 'forced' : 'tick');
    const pace: Pace = async (ms) => {
      await environment.clock.sleep(ms, ended.signal);
      takeTheProcessAlong(environment.faults.fault);
      while (environment.faults.fault === 'stall' && !plug.gone && !signal.aborted) await environment.clock.sleep(STALL_LOOK_MS, signal);
      return why();
    };
    // The scene may take seconds to draw; a device that waits for it is no device that hangs.
    const drawn = new AbortController();
    void (async () => {
      while (!drawn.signal.aborted && !signal.aborted && !plug.gone) {
        await environment.clock.sleep(ALIVE_MS, drawn.signal);
        if (environment.faults.fault !== 'stall' && !drawn.signal.aborted) request.onAlive?.();
      }
    })();
    const still = await play(request, pace);
    drawn.abort();
    signal.removeEventListener('abort', stop);
    if (plug.gone) return err(new AppError('device.unplugged', { driver: identity.driver }));
    if (signal.aborted) return err(new AppError('device.cancelled', { driver: identity.driver }));
    return environment.faults.takeOnce('bad-frame') ? err(new AppError('device.bad-frame', { driver: identity.driver })) : still;
  };
  /** A stalled device answers nothing, whether somebody uses it or not. */
  const probe = async (signal: AbortSignal): Promise<boolean> => {
    while (environment.faults.fault === 'stall' && !plug.gone && !signal.aborted) await environment.clock.sleep(STALL_LOOK_MS, signal);
    return !plug.gone && !signal.aborted;
  };
  return { identity, closed: plug.closed, capture, probe, close: async () => plug.pull('closed') };
}

/** What a vendor's library may do to whoever loads it: a call that never comes back, an exception on a thread of its own. */
function takeTheProcessAlong(fault: Fault): void {
  while (fault === 'block') { /* never gives the loop back */ }
  if (fault === 'crash') void Promise.reject(new Error('simulated crash of a driver'));
}

export type Plug = { readonly closed: Promise<'unplugged' | 'closed'>; readonly gone: boolean; pull(how: 'unplugged' | 'closed'): void };

/** One plugged-in life of a simulated device: ends by the `unplug` fault or by closing. */
export function simulatedPlug({ faults }: SimulationEnvironment): Plug {
  const end = Promise.withResolvers<'unplugged' | 'closed'>();
  let gone = false;
  const pull = (how: 'unplugged' | 'closed'): void => {
    gone = true;
    stop();
    end.resolve(how);
  };
  const stop = faults.onChange((fault) => {
    if (fault === 'unplug') pull('unplugged');
  });
  if (faults.fault === 'unplug') pull('unplugged');
  return {
    closed: end.promise,
    get gone() {
      return gone;
    },
    pull,
  };
}

/** The end of a capture that was stopped; the caller's frame replaces it by the reason. */
export const stopped = (): Result<Still, AppError> => err(new AppError('device.cancelled'));
export const delivered = (still: Still): Result<Still, AppError> => ok(still);
