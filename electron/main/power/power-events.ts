import type { PowerMonitor } from 'electron';

export type PowerEvent = 'suspend' | 'resume';

/** Tells each change once: some machines report `resume` twice (electron#44252). */
export function watchPower(monitor: Pick<PowerMonitor, 'on'>, tell: (event: PowerEvent) => void): void {
  let last: PowerEvent = 'resume';
  const once = (event: PowerEvent) => (): void => {
    if (event === last) return;
    last = event;
    tell(event);
  };
  monitor.on('suspend', once('suspend'));
  monitor.on('resume', once('resume'));
}
