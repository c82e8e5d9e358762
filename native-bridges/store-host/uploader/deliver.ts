import { setTimeout as sleep } from 'node:timers/promises';
import { CENTRE_PATHS, IntakeStatus, type IntakeAnswer } from '../../../electron/contract/centre.ts';
import { AppError } from '../../../electron/core/errors/app-error.ts';
import type { OutboxEntry, UploaderOptions } from '../seams.ts';
import { askCentre } from './centre-http.ts';
import { uploadByTus } from './tus-upload.ts';

/** How often, and how many times, the centre is asked for its answer once it has every byte; after that the back-off takes over. */
const POLL_MS = 1_000;
const MAX_POLLS = 10;

export type Delivery = {
  readonly entry: OutboxEntry;
  readonly centreUrl: string;
  readonly signal: AbortSignal;
  readonly options: UploaderOptions;
};

/**
 * Brings one sealed dossier to its answer. The centre is asked first what it has: an answer that got lost on the way is
 * found here, and nothing is sent twice.
 * @throws {AppError} outbox.*, or the store's own when the sealed file can't be read
 */
export async function deliver(delivery: Delivery): Promise<IntakeAnswer> {
  const { entry, options } = delivery;
  const known = await ask(delivery);
  if (known !== undefined && known.state !== 'receiving') return known;
  if (known === undefined && entry.uploadUrl !== undefined) options.outbox.saveUploadUrl(entry.dossierId, undefined);
  await send(delivery, known === undefined ? undefined : (entry.uploadUrl ?? known.uploadPath));
  options.outbox.delivered(entry.dossierId);
  options.onChanged(entry.dossierId);
  return waitForAnswer(delivery);
}

async function ask({ entry, centreUrl, signal, options }: Delivery): Promise<IntakeStatus | undefined> {
  const status = await askCentre(centreUrl, { path: `${CENTRE_PATHS.dossiers}/${entry.sealSha256}`, signal }, IntakeStatus);
  options.onLine(true);
  return status;
}

async function send({ entry, centreUrl, signal, options }: Delivery, resumePath: string | undefined): Promise<void> {
  const { outbox } = options;
  await uploadByTus({
    centreUrl, resumePath, signal,
    bytes: await options.readSealed(entry.sealSha256),
    sealSha256: entry.sealSha256,
    onPath: (path) => outbox.saveUploadUrl(entry.dossierId, path),
    onKept: (bytes) => {
      outbox.progress(entry.dossierId, bytes);
      options.onChanged(entry.dossierId);
    },
  });
}

async function waitForAnswer(delivery: Delivery): Promise<IntakeAnswer> {
  for (let polls = 0; polls < MAX_POLLS; polls++) {
    if (polls > 0) await sleep(POLL_MS, undefined, { signal: delivery.signal });
    const status = await ask(delivery);
    // The centre found the bytes damaged and dropped them: the next try starts at the first byte.
    if (status === undefined) throw new AppError('outbox.server', { why: 'damaged on the way' });
    if (status.state !== 'receiving') return status;
  }
  throw new AppError('outbox.server', { why: 'no answer yet' });
}
