import { parentPort } from 'node:worker_threads';
import { AppError, type WireError } from '../../electron/core/errors/app-error.ts';
import { giveWay } from '../kit/give-way.ts';
import { runTask, type ImageTask } from './image-tasks.ts';

/** The thread that draws, decodes and encodes: one task at a time, one answer to each. */
export type WorkerRequest = { readonly id: number; readonly task: ImageTask };
export type WorkerAnswer = { readonly id: number; readonly ok: true; readonly value: unknown } | { readonly id: number; readonly ok: false; readonly error: WireError };

giveWay();
let turn: Promise<void> = Promise.resolve();
parentPort?.on('message', (request: WorkerRequest) => {
  turn = turn.then(() => answer(request));
});

async function answer({ id, task }: WorkerRequest): Promise<void> {
  let reply: WorkerAnswer;
  try {
    reply = { id, ok: true, value: await runTask(task) };
  } catch (error) {
    // Only failures a person can act on travel; a bug ends the thread and the workshop starts another.
    if (!(error instanceof AppError)) throw error;
    reply = { id, ok: false, error: error.toWire() };
  }
  parentPort!.postMessage(reply);
}
