import { getPriority, setPriority } from 'node:os';

/** Beside a thread that wants a whole core at normal priority, one at this still gets a quarter of it: 335 against 1024 in Linux's weights (sched(7)). */
const GIVES_WAY = 5;

/**
 * Lets whatever draws for the officer go first where the processor is short. Linux only, where a thread has a priority of its own. Elsewhere the
 * whole process would go down, its heartbeat too, and Windows gives a lower process nothing at all while a virus scanner wants both cores.
 */
export function giveWay(): void {
  if (process.platform === 'linux' && getPriority() < GIVES_WAY) setPriority(GIVES_WAY);
}
