import { openDesk, type DeskOptions } from './desk-session.ts';

/** One JSON line for each device that is there. */
export async function listDevices(options: DeskOptions): Promise<number> {
  const desk = await openDesk(options);
  for (const view of await desk.settled()) process.stdout.write(`${JSON.stringify(view)}\n`);
  await desk.close();
  return 0;
}
