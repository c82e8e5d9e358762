import { createHash } from 'node:crypto';
import { expect } from 'vitest';
import type { Reply } from '../../electron/contract/call.ts';
import type { Dossier } from '../../electron/contract/dossier.ts';
import { DOSSIER_STATES } from '../../electron/core/dossier/lifecycle.ts';
import { SLOTS, WELL_KNOWN_PID, type Calls, type FakeSpool, type Page } from './store-harness.ts';

type Pages = { readonly officer: Calls; readonly chief: Calls };
type Step = (pages: Pages, dossier: Dossier) => Promise<Reply<Dossier>>;

const APPROVED = DOSSIER_STATES.indexOf('approved');
/** From approval on the system moves the dossier by itself. */
const isApproved = (dossier: Dossier): boolean => DOSSIER_STATES.indexOf(dossier.state) >= APPROVED && dossier.state !== 'withdrawn';

/** One enrolment after the other, step by step, remembering what the store acknowledged and what was on its way. */
export class Enrolment {
  readonly #spool: FakeSpool;
  readonly #kept = new Map<string, Dossier>();
  readonly #steps: readonly Step[];
  #current: string | undefined;
  #next = 0;
  #variant = 0;
  acknowledged = 0;

  constructor(spool: FakeSpool) {
    this.#spool = spool;
    const target = ({ id, version }: Dossier): { id: string; version: number } => ({ id, version });
    this.#steps = [
      ({ officer }, dossier) => officer['dossier.set-field']({ ...target(dossier), field: 'phone', value: '0912345678' }),
      ({ officer }, dossier) => officer['dossier.set-field']({ ...target(dossier), field: 'occupation', value: 'giáo viên' }),
      ({ officer }, dossier) => officer['dossier.set-step']({ ...target(dossier), step: 'fingerprints' }),
      ...SLOTS.map((slot): Step => ({ officer }, dossier) =>
        officer['capture.accept']({ ...target(dossier), slot, sha256: this.#spool.put(slot, ++this.#variant) })),
      ({ officer }, dossier) => officer['dossier.add-document']({ ...target(dossier), kind: 'old-card', number: '079301000002', issuedOn: '2021-05-01', note: '' }),
      ({ officer }, dossier) => officer['page.accept']({ ...target(dossier), documentId: dossier.documents[0]!.id, kind: 'old-card', sha256: this.#spool.put('document', ++this.#variant) }),
      ({ officer }, dossier) => officer['dossier.confirm-by-citizen'](target(dossier)),
      ({ officer }, dossier) => officer['dossier.submit'](target(dossier)),
      ({ chief }, dossier) => chief['dossier.approve'](target(dossier)),
    ];
  }

  /** Goes on where the last crash stopped it, until the store is gone. @param onSteps told before each step how many this run has had acknowledged */
  async runUntilCrash(pages: Pages, onSteps: (steps: number) => void): Promise<void> {
    for (let steps = 0; ; steps++) {
      onSteps(steps);
      const reply = this.#current === undefined ? await this.#open(pages.officer) : await this.#steps[this.#next]!(pages, this.#kept.get(this.#current)!);
      if (!reply.ok) {
        expect(reply.error.code).toBe('host.crashed');
        return;
      }
      this.#keep(reply.value);
      if (this.#next === this.#steps.length) this.#current = undefined;
    }
  }

  /** Everything acknowledged is there as it was; at most the one step that was on its way has come on top. */
  async compare(calls: Calls): Promise<void> {
    for (const kept of this.#kept.values()) {
      if (isApproved(kept) && kept.id !== this.#current && kept.state === 'accepted') continue;
      const reply = await calls['dossier.get']({ id: kept.id });
      if (!reply.ok) throw new Error(`acknowledged dossier is gone: ${reply.error.code}`);
      this.#compareOne(kept, reply.value);
      this.#kept.set(kept.id, reply.value);
    }
  }

  #compareOne(kept: Dossier, now: Dossier): void {
    if (isApproved(kept)) {
      expect(isApproved(now)).toBe(true);
      expect(now.captures).toEqual(kept.captures);
      return;
    }
    if (now.version === kept.version) return expect(now).toEqual(kept);
    expect(kept.id).toBe(this.#current);
    expect(now.captures).toEqual(expect.arrayContaining(kept.captures));
    for (const { pages, ...paper } of kept.documents) expect(now.documents).toContainEqual({ ...paper, pages: expect.arrayContaining(pages) });
    // What was on its way got through before the crash: the officer's screen goes on from there.
    this.#next += 1;
    if (this.#next === this.#steps.length) this.#current = undefined;
    else expect(now.version).toBe(kept.version + 1);
  }

  /** Every approved dossier reaches the centre by itself. */
  async allAccepted(page: Page): Promise<void> {
    const waiting = new Set([...this.#kept.values()].filter((dossier) => isApproved(dossier) && dossier.state !== 'accepted').map(({ id }) => id));
    const done = Promise.withResolvers<void>();
    const settle = (id: string, state: string): void => {
      if (state === 'accepted') waiting.delete(id);
      if (waiting.size === 0) done.resolve();
    };
    page.on('dossier.changed', ({ id, state }) => settle(id, state));
    for (const id of waiting) {
      const reply = await page.call['dossier.get']({ id });
      if (reply.ok) settle(id, reply.value.state);
    }
    settle('', '');
    await done.promise;
  }

  async compareImages(calls: Calls): Promise<void> {
    for (const dossier of this.#kept.values()) {
      for (const capture of dossier.captures) {
        const reply = await calls['capture.image']({ dossierId: dossier.id, captureId: capture.id });
        expect(reply.ok && createHash('sha256').update(reply.value.bytes).digest('hex')).toBe(capture.sha256);
      }
      for (const page of dossier.documents.flatMap(({ pages }) => pages)) {
        const reply = await calls['page.image']({ dossierId: dossier.id, pageId: page.id });
        expect(reply.ok && createHash('sha256').update(reply.value.bytes).digest('hex')).toBe(page.sha256);
      }
    }
  }

  async #open(calls: Calls): Promise<Reply<Dossier>> {
    const lookup = await calls['population.search']({ purpose: 'exchange', query: { by: 'pid', pid: WELL_KNOWN_PID } });
    if (!lookup.ok) return lookup;
    const reply = await calls['dossier.open']({ lookupId: lookup.value.lookupId, index: 0, kind: 'exchange', supersedes: null });
    if (reply.ok) {
      this.#current = reply.value.id;
      this.#next = -1;
    }
    return reply;
  }

  #keep(dossier: Dossier): void {
    this.#kept.set(dossier.id, dossier);
    this.#next += 1;
    this.acknowledged += 1;
  }
}
