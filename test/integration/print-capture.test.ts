import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StillView } from '../../electron/contract/device.ts';
import { DEFAULT_POLICY } from '../../electron/core/biometrics/capture-policy/policy-settings.ts';
import type { FingerprintSlot } from '../../electron/core/dossier/capture-slots.ts';
import type { KeptPrint } from '../../electron/contract/kept-print.ts';
import { openDesk, type DeskSession } from '../../scripts/devices/desk-session.ts';

const SCANNER = 'SIM-TP-0001';
const SUBJECT = '10000000-0000-4000-8000-000000000001';
/** Pictures as soon as fingers lie there: what is tested here is what happens around them. */
const QUICK = { ...DEFAULT_POLICY, autoDelayMs: 0 };

/** The same citizen before every desk. */
const SITTER = { likeness: 4_011, sex: 2, ageYears: 30 } as const;

let desk: DeskSession;
async function open(keptPrints: readonly KeptPrint[] = []): Promise<DeskSession> {
  const opened = await openDesk({ simulated: true, trustFile: '', lines: '', keptPrints });
  await opened.find(({ id, state }) => id === SCANNER && state.kind === 'ready', 10_000);
  await opened.store['spool.policy'](QUICK);
  return opened;
}
beforeAll(async () => {
  desk = await open();
});
afterAll(() => desk.close());

async function begin(slot: FingerprintSlot): Promise<string> {
  const job = await desk.page['job.start']({ deviceId: SCANNER, slot, missing: [], attempt: 1, subject: SUBJECT, sitter: SITTER });
  if (!job.ok) throw new Error(job.error.code);
  return job.value.jobId;
}
async function capture(slot: FingerprintSlot, hints: string[] = []): Promise<StillView> {
  const jobId = await begin(slot);
  void (async () => {
    for (let after = -1; ;) {
      const reply = await desk.page['job.preview']({ jobId, after });
      if (!reply.ok || reply.value.frame === null) return;
      after = reply.value.frame.seq;
      hints.push(reply.value.frame.hint);
    }
  })();
  const still = await desk.page['job.result']({ jobId });
  if (!still.ok) throw new Error(still.error.code);
  return still.value;
}
const print = ({ analysis }: StillView) => (analysis?.kind === 'fingerprint' ? analysis : undefined);
const endings = async () => {
  const told = await desk.store['spool.endings']({ subject: SUBJECT });
  return told.ok ? told.value : [];
};

describe('prints before the built device-host', () => {
  it('a roll is held against the plain print of its finger, once the fingers of that have left the glass', async () => {
    for (const finger of ['right-thumb', 'right-index'] as const) {
      const { sha256 } = await capture(finger);
      await desk.store['spool.release']({ sha256, outcome: 'accepted' });
    }
    const hints: string[] = [];
    await desk.page['simulate.prints']({ deviceId: SCANNER, flaw: 'wrong-finger', captures: 1 });
    expect(print(await capture('rolled-right-thumb', hints))).toMatchObject({ rollCheck: 'wrong-finger', verdict: 'look', problems: [{ kind: 'wrong-finger', finger: 'right-thumb', looksLike: 'right-index' }] });
    expect(hints).toContain('remove-fingers');
    expect(hints.lastIndexOf('remove-fingers')).toBeLessThan(hints.indexOf('fingers-recognized'));
  });

  it('a roll after a restart is held against the plain prints that the dossier keeps, and says where there is none', async () => {
    const plain = await capture('right-index');
    const taken = await desk.store['spool.take']({ sha256: plain.sha256 });
    if (!taken.ok) throw new Error(taken.error.code);
    await desk.close();
    desk = await open([{ slot: 'right-index', ppi: taken.value.ppi, missing: [], bytes: taken.value.bytes }]);
    expect(print(await capture('rolled-right-index'))).toMatchObject({ rollCheck: 'successful', verdict: 'good' });
    await desk.page['simulate.prints']({ deviceId: SCANNER, flaw: 'wrong-finger', captures: 1 });
    expect(print(await capture('rolled-right-thumb'))).toMatchObject({ rollCheck: 'wrong-finger', problems: [{ kind: 'wrong-finger', finger: 'right-thumb', looksLike: 'right-index' }] });
    expect(print(await capture('rolled-right-thumb'))).toMatchObject({ rollCheck: 'no-plain-print', verdict: 'good' });
  });

  it('what was cancelled is told with the limits that held, and what gave a picture is not', async () => {
    const jobId = await begin('right-thumb');
    await desk.page['job.cancel']({ jobId });
    await desk.page['job.result']({ jobId });
    expect(await endings()).toMatchObject([{ jobId, slot: 'right-thumb', code: 'device.cancelled', record: { forced: false, limits: { autoDelayMs: 0, clearMs: QUICK.clearMs } } }]);
  });

  it('another time-out is kept to from the next capture on', async () => {
    await desk.store['spool.policy']({ ...QUICK, silenceMs: 500 });
    const jobId = await begin('right-thumb');
    await desk.page['simulate.fault']({ deviceId: SCANNER, fault: 'stall' });
    expect(await desk.page['job.result']({ jobId })).toMatchObject({ ok: false, error: { code: 'device.timeout' } });
    expect((await endings()).at(-1)).toMatchObject({ jobId, code: 'device.timeout', why: 'no picture', record: { limits: { silenceMs: 500 } } });
  });
});
