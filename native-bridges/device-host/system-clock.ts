import type { DriverEnvironment } from '../../drivers/contract/driver.ts';

/** The real clock, handed to drivers. A sleep ends early when its signal aborts and never rejects. */
export const systemClock: DriverEnvironment['clock'] = {
  now: () => Date.now(),
  sleep: (ms, signal) => new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const done = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done, { once: true });
  }),
};
