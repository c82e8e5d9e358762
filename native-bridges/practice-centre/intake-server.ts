import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { Server } from '@tus/server';
import { CENTRE_PATHS, SEAL_METADATA, SealSha256 } from '../../electron/contract/centre.ts';
import { SEALED_LIMITS } from '../../electron/contract/sealed.ts';
import { log } from '../kit/log.ts';
import type { Intake } from './intake.ts';
import { MeteredFileStore } from './metered-file-store.ts';

/** tus 1.0 (creation, head, patch) under /intake/files; an upload is named by the seal hash in its metadata. */
export class IntakeServer {
  readonly #tus: Server;
  readonly #store: MeteredFileStore;
  readonly #sockets = new Set<Socket>();
  #silent = false;

  constructor(incoming: string, intake: Intake) {
    this.#store = new MeteredFileStore(incoming, () => this.#cut());
    this.#tus = new Server({
      path: CENTRE_PATHS.files,
      datastore: this.#store,
      maxSize: SEALED_LIMITS.fileBytes,
      relativeLocation: true,
      namingFunction: (_request, metadata) => nameOf(metadata, intake),
      onUploadFinish: async (_request, upload) => {
        await intake.judge(upload.id);
        if (this.#silent) {
          this.#silent = false;
          this.#cut();
        }
        return {};
      },
    });
  }

  get receivedBytes(): number {
    return this.#store.receivedBytes;
  }

  cutAfter(bytes: number): void {
    this.#store.cutAfter(bytes);
  }

  keepSilentOnce(): void {
    this.#silent = true;
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.#sockets.add(request.socket);
    response.once('close', () => this.#sockets.delete(request.socket));
    try {
      await this.#tus.handle(request, response);
    } catch (error) {
      // The sender went away while it was being answered.
      log('centre.intake-broken', { name: error instanceof Error ? error.name : typeof error });
      response.destroy();
    }
  }

  #cut(): void {
    for (const socket of this.#sockets) socket.destroy();
  }
}

/** 409 for what is here already: the sender asks for its status instead, and nothing is ever overwritten. */
function nameOf(metadata: Readonly<Record<string, string | null>> | undefined, intake: Intake): string {
  const seal = SealSha256.safeParse(metadata?.[SEAL_METADATA]);
  if (!seal.success) throw Object.assign(new Error('no seal'), { status_code: 400, body: `metadata ${SEAL_METADATA} is missing\n` });
  if (intake.isKnown(seal.data)) throw Object.assign(new Error('known'), { status_code: 409, body: 'this dossier is here already\n' });
  return seal.data;
}
