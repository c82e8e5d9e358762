import type { CaptureEnding, CaptureRecord } from '../../electron/contract/attempt.ts';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { z } from 'zod';
import type { Client, Handlers, Reply } from '../../electron/contract/call.ts';
import { spoolContract, type Still } from '../../electron/contract/device.ts';
import type { Dossier } from '../../electron/contract/dossier.ts';
import type { StoreInit } from '../../electron/contract/host.ts';
import { clientOn, type PortClient } from '../../electron/contract/port-client.ts';
import { storeContract, storeEvents, type StoreContract } from '../../electron/contract/store.ts';
import type { CaptureSlot, StillSlot } from '../../electron/core/dossier/capture-slots.ts';
import { AppError } from '../../electron/core/errors/app-error.ts';
import { PAD_PX, SMALL_PX, printPng, signatureFile } from '../fixtures/kept-images.ts';
import { serve } from '../../native-bridges/kit/serve.ts';
import { HostProcess, type Began } from './host-process.ts';

export const KEY = Buffer.alloc(32, 7);
export const OFFICER = { login: 'an.nguyen', password: 'canbo-tap-huan' };
export const OFFICER_2 = { login: 'dung.pham', password: 'canbo2-tap-huan' };
export const CHIEF = { login: 'binh.le', password: 'chihuy-tap-huan' };
export const TECHNICIAN = { login: 'ky.thuat', password: 'kythuat-tap-huan' };
export const AUDITOR = { login: 'kiem.tra', password: 'kiemtra-tap-huan' };
export const ADMINISTRATOR = { login: 'quan.tri', password: 'quantri-tap-huan' };

export type Page = PortClient<StoreContract, typeof storeEvents>;
export type Calls = Client<StoreContract>;

/** A folder of its own for one test, under the system's temporary folder. */
export const temporaryFolder = (): { readonly path: string; remove(): void } => {
  const path = mkdtempSync(join(tmpdir(), 'tram-store-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
};

/** The value of a reply that must be one. */
export function must<T>(reply: Reply<T>): T {
  if (!reply.ok) throw new Error(`${reply.error.code} ${JSON.stringify(reply.error.detail)}`);
  return reply.value;
}

export const codeIn = (reply: Reply<unknown>): string => (reply.ok ? 'ok' : reply.error.code);

type Options = Partial<Omit<StoreInit, 'host' | 'dataDir'>> & { readonly via?: ConstructorParameters<typeof HostProcess>[2] };

/** store-host from source on a folder, with a stand-in for device-host that spools the stills a test puts into it. */
export class RunningStore {
  readonly host: HostProcess;
  readonly began: Promise<Began>;
  readonly #spool: FakeSpool;

  constructor(dataDir: string, { via, ...options }: Options = {}, spool = new FakeSpool()) {
    this.host = new HostProcess('store-host', {
      host: 'store-host', dataDir, key: new Uint8Array(KEY), practice: true, centreUrl: null,
      appVersion: '0.0.0-test', electronVersion: 'none', runtime: 'test', policyFile: null, ...options,
    }, via);
    this.#spool = spool;
    this.began = this.host.began;
    spool.serveOn(this.host);
  }

  page(): Page {
    return clientOn(storeContract, storeEvents, this.host.port('page'));
  }

  async signedIn(who: { readonly login: string; readonly password: string }): Promise<Page & { readonly token: string }> {
    const page = this.page();
    const { token } = must(await page.call['session.sign-in'](who));
    return { ...page, token };
  }

  spool(slot: CaptureSlot, variant = 0): string {
    return this.#spool.put(slot, variant);
  }

  kill(): Promise<void> {
    return this.host.kill();
  }

  stop(): Promise<void> {
    return this.host.stop();
  }
}

const DEVICE = { id: 'sim-1', kind: 'fingerprint-scanner', model: 'test', serial: '1', driver: 'test', simulated: true };

export const RECORD: CaptureRecord = {
  startedAt: '2026-11-29T02:00:00.000Z', forced: false, ppi: 500, firmware: '1.2',
  limits: { attempts: 3, handCheck: 'warn', uniquenessCheck: 'warn', autoDelayMs: 500, captureTimeoutMs: 90_000, silenceMs: 2_500, clearMs: 10_000 },
};

/** What device-host would hold: stills by hash until released. */
export class FakeSpool {
  readonly #stills = new Map<string, Still>();
  readonly released: string[] = [];
  /** What the store gave back of kept prints. */
  readonly recalled: z.output<(typeof spoolContract)['spool.recall']['input']>[] = [];
  /** Captures that gave no picture, whoever asks. */
  endings: readonly CaptureEnding[] = [];

  /** @returns the hash of a real PNG (JSON for a signature) for this slot; `variant` makes another one */
  put(slot: StillSlot, variant = 0, analysis: Still['analysis'] = null): string {
    const isSignature = slot === 'signature';
    const bytes = isSignature ? signatureFile(variant) : pngOf(slot, variant);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    this.#stills.set(sha256, {
      sha256, slot, mediaType: isSignature ? 'application/json' : 'image/png', ...(isSignature ? { ...PAD_PX, ppi: 300 } : { ...SMALL_PX, ppi: slot === 'document' ? 204 : 500 }), bytes,
      device: DEVICE, capturedAt: new Date().toISOString(), attempt: 1, analysis, record: RECORD, ...(slot === 'document' ? { warnings: ['page-blurred'] } : {}),
    });
    return sha256;
  }

  /** Puts a still as it is, for stills that must be refused. */
  putRaw(still: Still): void {
    this.#stills.set(still.sha256, still);
  }

  /** As when device-host starts anew. */
  lose(sha256: string): void {
    this.#stills.delete(sha256);
  }

  serveOn(host: HostProcess): void {
    serve({ contract: spoolContract, authorise: () => undefined, handlers: this.#handlers() }, host.port('device-host'), {});
  }

  /** The same without a process in between. */
  client(): Client<typeof spoolContract> {
    const handlers = this.#handlers();
    const calls = Object.entries(handlers).map(([name, handler]) => [name, async (input: never): Promise<Reply<unknown>> => {
      try {
        return { ok: true, value: await handler(input, {}) };
      } catch (error) {
        if (error instanceof AppError) return { ok: false, error: error.toWire() };
        throw error;
      }
    }] as const);
    return Object.fromEntries(calls) as unknown as Client<typeof spoolContract>;
  }

  #handlers(): Handlers<typeof spoolContract, object> {
    return {
      'spool.take': ({ sha256 }) => {
        const still = this.#stills.get(sha256);
        if (still === undefined) throw new AppError('capture.not-in-spool');
        return still;
      },
      'spool.recall': (recalled) => {
        this.recalled.push(recalled);
        return {};
      },
      'spool.policy': () => ({}),
      'device.configure': () => ({}),
      'spool.analysis': ({ sha256 }) => ({ analysis: this.#stills.get(sha256)?.analysis ?? null, device: this.#stills.get(sha256)?.device ?? null, record: this.#stills.get(sha256)?.record ?? null }),
      'spool.endings': () => [...this.endings],
      'spool.release': ({ sha256 }) => {
        this.released.push(sha256);
        return {};
      },
      'printer.list': () => [{ id: 'sim-printer', name: 'test', state: 'idle' as const, detail: '', simulated: true }],
      'printer.print': () => ({ outcome: 'printed' as const }),
    };
  }
}

export const pngOf = (slot: string, variant: number): Uint8Array<ArrayBuffer> => printPng(createHash('sha256').update(`${slot} ${variant}`).digest().readUInt16BE(0));

export const SLOTS: readonly CaptureSlot[] = ['right-four', 'left-four', 'thumbs', 'portrait', 'signature'];

/** Captures every slot and lets the citizen confirm. @returns the dossier, ready to be submitted */
export async function complete(store: RunningStore, calls: Calls, dossier: Dossier): Promise<Dossier> {
  let current = dossier;
  for (const slot of SLOTS) current = must(await calls['capture.accept']({ id: current.id, version: current.version, slot, sha256: store.spool(slot) }));
  return must(await calls['dossier.confirm-by-citizen']({ id: current.id, version: current.version }));
}

/** Looks a known citizen up and opens a dossier. The store must know a centre. */
export async function openDossier(calls: Calls, pid = WELL_KNOWN_PID): Promise<Dossier> {
  const lookup = must(await calls['population.search']({ purpose: 'exchange', query: { by: 'pid', pid } }));
  return must(await calls['dossier.open']({ lookupId: lookup.lookupId, index: 0, kind: 'exchange', supersedes: null }));
}

/** Trần Thị Bình of the practice centre's fixed citizens. */
export const WELL_KNOWN_PID = '079301000002';

/** The real practice centre on a free port. */
export async function startCentre(dataDir: string): Promise<{ readonly url: string; readonly host: HostProcess }> {
  const host = new HostProcess('practice-centre', { host: 'practice-centre', dataDir, seed: 1, citizens: 200, port: 0 });
  const began = await host.began;
  if (!began.ok) throw new Error(began.code);
  return { url: String(began.info['url']), host };
}
