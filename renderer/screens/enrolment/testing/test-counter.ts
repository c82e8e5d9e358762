import type { z } from 'zod';
import type { Reply } from '../../../../electron/contract/call.ts';
import type { Capture, Dossier } from '../../../../electron/contract/dossier.ts';
import type { LastFace } from '../../../../electron/contract/population.ts';
import type { StoreContract } from '../../../../electron/contract/store.ts';
import type { CaptureSlot, Finger } from '../../../../electron/core/dossier/capture-slots.ts';
import { gapsOf } from '../../../../electron/core/dossier/completeness.ts';
import type { Person } from '../../../../electron/core/person/person.ts';
import { isErrorCode, type ErrorCode } from '../../../../electron/core/errors/app-error.ts';
import type { SettingKey } from '../../../../electron/core/settings/settings.ts';
import { demandedPapers } from '../../../../electron/core/procedure/paper-list.ts';
import { TestDevices } from './test-devices.ts';
import { paperHandlers } from './test-papers.ts';
import { AN, BINH, OFFICER_ID, sampleDossier } from './sample-dossier.ts';

export type TestHandlers = { readonly [K in keyof StoreContract]?: (input: z.output<StoreContract[K]['input']>) => unknown };
/** What only device-host and store-host know of a try. */
const UNRECORDED = { device: null, record: null, shown: null, veto: 'none' } as const;
const now = (): string => new Date().toISOString();
type Listener = (payload: never) => void;

/**
 * The store as the screens meet it, in memory: versions, gaps and states move as in store-host, so that a test can walk
 * a whole dossier. `failures` answers a call with an error instead; `calls` remembers everything asked.
 */
export class TestCounter {
  readonly calls: { readonly name: string; readonly input: unknown }[] = [];
  readonly failures = new Map<string, ErrorCode>();
  readonly devices = new TestDevices();
  dossier: Dossier;
  /** Whom a look-up by number finds. */
  people: readonly Person[] = [BINH];
  /** What the station has set. */
  settings: readonly { readonly key: SettingKey; readonly value: string | number }[] = [];
  /** Who is known without a line. */
  known: readonly Person[] = [];
  readonly #listeners = new Map<string, Set<Listener>>();

  constructor(dossier: Dossier = sampleDossier()) {
    this.dossier = dossier;
  }

  on(event: string, listener: Listener): () => void {
    const set = this.#listeners.get(event) ?? new Set();
    this.#listeners.set(event, set.add(listener));
    return () => void set.delete(listener);
  }

  /** What another window did: a newer version, told by event. */
  changeElsewhere(part: Partial<Dossier>): void {
    this.#save(part);
    for (const listener of this.#listeners.get('dossier.changed') ?? []) listener({ id: this.dossier.id, state: this.dossier.state, version: this.dossier.version } as never);
  }

  async answer(name: string, input: { readonly version?: number }): Promise<Reply<unknown>> {
    this.calls.push({ name, input });
    const failure = this.failures.get(name);
    if (failure !== undefined) return { ok: false, error: { code: failure, detail: {} } };
    if (['job.', 'device.', 'still.'].some((of) => name.startsWith(of))) return this.devices.answer(name, input as object);
    if (input.version !== undefined && input.version !== this.dossier.version) return { ok: false, error: { code: 'dossier.stale-version', detail: {} } };
    const handler = this.#handlers[name as keyof StoreContract];
    const value = handler === undefined ? 'ipc.unknown-call' : handler(input as never);
    return isErrorCode(value) ? { ok: false, error: { code: value, detail: {} } } : { ok: true, value };
  }

  /** On the last card; null = never had one. */
  face: LastFace['face'] = { mediaType: 'image/jpeg', bytes: Uint8Array.of(0xff, 0xd8), widthPx: 360, heightPx: 480, issuedOn: '2022-04-19', seenAt: now() };

  readonly #handlers: TestHandlers = {
    'population.last-face': () => ({ face: this.face }),
    'dossier.last-face': () => ({ face: this.face }),
    // A number that starts with 9 belongs to nobody.
    'population.search': ({ query }) => (query.by === 'pid' && query.pid.startsWith('9')) ? { lookupId: this.dossier.id, outcome: 'not-found', people: [] } : ({ lookupId: this.dossier.id, outcome: query.by === 'name' ? 'several' : 'found', people: query.by === 'name' ? [BINH, AN] : this.people }),
    'population.identify-offline': ({ person }) => ({
      lookupId: this.dossier.id, people: person === null ? this.known : [person], identification: person === null ? 'cached' : 'manual', seenAt: person === null ? now() : null,
      outcome: person === null && this.known.length === 0 ? 'not-found' : 'found',
    }),
    'dossier.list': () => ({ rows: this.dossier.state === 'submitted' ? [this.dossier] : [], next: null, counts: { [this.dossier.state]: 1 } }),
    'dossier.queue': () => {
      const waiting = this.dossier.state === 'submitted' ? [this.dossier] : [];
      return { rows: waiting, next: null, waiting: waiting.length };
    },
    'dossier.history': () => [{ at: now(), who: 'Nguyễn Thị An', action: 'dossier.open', detail: '' }],
    'dossier.get': () => this.dossier,
    'dossier.open': () => this.dossier,
    'dossier.set-field': ({ field, value }) => this.#save({ person: { ...this.dossier.person, [field]: value } }),
    'dossier.set-kind': ({ kind }) => this.#save({ kind }),
    'dossier.set-ground': ({ kind, ground }) => this.#save({ kind, ground }),
    'dossier.set-representation': ({ representation }) => this.#save({ representation }),
    'dossier.set-step': ({ step }) => this.#save({ step }),
    'dossier.set-missing-finger': ({ finger, reason, permanent, note }) => this.#save({ missingFingers: [...this.dossier.missingFingers, { finger, reason, permanent, note }] }),
    'dossier.clear-missing-finger': ({ finger }) => this.#save({ missingFingers: this.dossier.missingFingers.filter((m) => m.finger !== finger) }),
    ...paperHandlers({ dossier: () => this.dossier, save: (documents) => this.#save({ documents }) }),
    'dossier.confirm-by-citizen': ({ step = this.dossier.step }) => this.#save({ citizenConfirmedAt: now(), step }),
    'dossier.submit': () => (this.dossier.gaps.length > 0 ? 'dossier.incomplete' : this.#save({ state: 'submitted', submittedAt: now(), submittedBy: 'Nguyễn Thị An' })),
    'dossier.withdraw': () => this.#save({ state: 'withdrawn' }),
    'dossier.reopen': () => this.#save({ state: 'draft' }),
    'dossier.approve': () => this.#save({ state: 'approved', decidedAt: now(), decidedBy: 'Lê Thanh Bình' }),
    'dossier.return': ({ reason, text }) => this.#save({ state: 'returned', returned: { reason, text, at: now(), by: 'Lê Thanh Bình' } }),
    'capture.accept': ({ slot, sha256, reason }) => this.#accept(slot, sha256, reason ?? ''),
    'capture.reject': ({ slot, sha256, reason }) => this.#save({ attempts: [...this.dossier.attempts, { slot, attempt: this.#nextTry(slot), sha256, outcome: 'rejected', reason, at: now(), officerId: OFFICER_ID, analysis: null, ...UNRECORDED }] }),
    'capture.set-aside': ({ slot, sha256 }) => this.#save({ attempts: [...this.dossier.attempts, { slot, attempt: this.#nextTry(slot), sha256, outcome: 'rejected', reason: 'next-try', at: now(), officerId: OFFICER_ID, analysis: this.devices.analysis(slot), ...UNRECORDED }] }),
    'capture.failed': ({ slot, code }) => this.#save({ attempts: [...this.dossier.attempts, { slot, attempt: this.#nextTry(slot), sha256: null, outcome: 'failed', reason: code, at: now(), officerId: OFFICER_ID, analysis: null, ...UNRECORDED }] }),
    'settings.list': () => [...this.settings],
    'capture.image': ({ captureId }) => this.devices.images(this.dossier.captures.find((c) => c.id === captureId)?.slot ?? 'thumbs'),
    'receipt.make': () => ({ copy: 0, pages: 1, pdf: this.devices.receipt }),
    'receipt.printers': () => [{ id: 'p1', name: 'Máy in tại quầy', state: 'idle', detail: '', simulated: true }],
    'receipt.print': () => ({ copy: 1, outcome: 'printed' }),
  };

  #nextTry(slot: CaptureSlot): number {
    return this.dossier.attempts.filter((a) => a.slot === slot).length + 1;
  }

  #accept(slot: CaptureSlot, sha256: string, reason: string): Dossier {
    const at = now();
    const device: Capture['device'] = { id: 'd', kind: 'x', model: 'TT-4 Demo', serial: '1', driver: 'sim', simulated: true };
    const { mediaType } = this.devices.images(slot);
    const size = slot === 'portrait' ? { widthPx: 1244, heightPx: 1600, ppi: 0 } : slot === 'signature' ? { widthPx: 1200, heightPx: 480, ppi: 300 } : { widthPx: 1600, heightPx: 1500, ppi: 500 };
    const attempt = this.#nextTry(slot);
    const kept: Capture = { id: crypto.randomUUID(), slot, mediaType, sha256, bytes: 1, ...size, device, capturedAt: at, acceptedAt: at, officerId: OFFICER_ID, attempt };
    const entry = { slot, attempt, sha256, outcome: 'accepted' as const, reason, at, officerId: OFFICER_ID, analysis: this.devices.analysis(slot), ...UNRECORDED };
    return this.#save({ captures: [...this.dossier.captures.filter((c) => c.slot !== slot), kept], attempts: [...this.dossier.attempts, entry] });
  }

  #save(part: Partial<Dossier>): Dossier {
    const changed = { ...this.dossier, ...part, version: this.dossier.version + 1 };
    const gaps = gapsOf({
      kind: changed.kind ?? undefined, plan: changed.capturePlan, standingFindings: changed.findings.filter(({ standing }) => standing).length, slots: new Set<CaptureSlot>(changed.captures.map((c) => c.slot)),
      missingFingers: new Set<Finger>(changed.missingFingers.map((m) => m.finger)), citizenConfirmed: changed.citizenConfirmedAt !== null,
    });
    this.dossier = { ...changed, gaps: [...gaps], papers: demandedPapers(changed, changed.documents) };
    return this.dossier;
  }
}
