import { constants, getPriority, setPriority } from 'node:os';

/**
 * Lets whatever draws for the officer go first where the processor is short. On Linux the calling thread gives way, on Windows and macOS
 * its whole process. One that was started lower still stays where it is.
 */
export function giveWay(): void {
  const { PRIORITY_BELOW_NORMAL } = constants.priority;
  if (getPriority() < PRIORITY_BELOW_NORMAL) setPriority(PRIORITY_BELOW_NORMAL);
}
