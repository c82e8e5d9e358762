import { AppError } from '../../electron/core/errors/app-error.ts';
import { err, ok, type Result } from '../../electron/core/result/result.ts';
import type { CaptureRun } from './capture-run.ts';
import { exchange } from './exchange.ts';
import { CAPTURE_VERB, SBI_ERROR, captureBody, errorCodeOf, parseCapture, sbiTime } from './protocol.ts';
import { linked } from './linked-signal.ts';
import { verifyCapture, type CaptureDoubt, type VerifiedCapture } from './verify-capture.ts';

export type CaptureAnswer = VerifiedCapture & { readonly forced: boolean };

/** The device takes the best picture it has after this long. */
const CAPTURE_MS = 10_000;
const FORCED_MS = 500;
/** Past the device's own limit by this much it hangs. Four signed pictures over loopback take well under a second. */
const GRACE_MS = 3_000;
const REQUESTED_SCORE = 40;
/** A device that was just told to stop may call itself busy for a moment. */
const BUSY_TRIES = 8;
const BUSY_PAUSE_MS = 250;
/** The compliance toolkit allows 3 minutes, the reference client 5. */
export const MAX_SKEW_MS = 3 * 60_000;

/** Asks for the fingers; when the officer forces it, breaks off and asks for what lies on the glass now. */
export async function askForCapture(run: CaptureRun, signal: AbortSignal): Promise<Result<CaptureAnswer, AppError>> {
  const broken = new AbortController();
  let forced = false;
  let settled = false;
  void run.request.forced.then(() => {
    forced = true;
    if (!settled) broken.abort();
  });
  const first = await oneCall(run, { timeoutMs: CAPTURE_MS, score: REQUESTED_SCORE }, linked(signal, broken.signal));
  settled = true;
  if (!forced || first.ok || signal.aborted) return first.ok ? ok({ ...first.value, forced: false }) : first;
  for (let tries = 1; ; tries++) {
    const now = await oneCall(run, { timeoutMs: FORCED_MS, score: 0 }, signal);
    if (now.ok) return ok({ ...now.value, forced: true });
    if (now.error.code !== 'device.not-ready' || tries >= BUSY_TRIES || signal.aborted) return now;
    await run.environment.clock.sleep(BUSY_PAUSE_MS, signal);
  }
}

type Wish = { readonly timeoutMs: number; readonly score: number };

async function oneCall({ device, environment, order, previousHash }: CaptureRun, { timeoutMs, score }: Wish, signal: AbortSignal): Promise<Result<VerifiedCapture, AppError>> {
  const { clock, connect, trust } = environment;
  const transactionId = environment.newTransactionId();
  const body = captureBody(device, { order, transactionId, env: device.env || 'Staging', timeoutMs, requestedScore: score, previousHash, capturedAt: sbiTime(clock.now()) });
  const late = new AbortController();
  const answered = new AbortController();
  void clock.sleep(timeoutMs + GRACE_MS, answered.signal).then(() => late.abort());
  const answer = await exchange(connect, { port: device.port, verb: CAPTURE_VERB, path: '/capture', body }, linked(signal, late.signal));
  const timedOut = late.signal.aborted && !signal.aborted;
  answered.abort();
  if (!answer.ok) return timedOut ? err(new AppError('device.timeout', { driver: 'sbi', why: 'no-answer' })) : answer;
  const elements = parseCapture(answer.value);
  if (!elements.ok) return err(refusal(errorCodeOf(answer.value) || 'malformed'));
  const failed = elements.value.find(({ errorCode }) => errorCode !== SBI_ERROR.success);
  if (failed !== undefined) return err(refusal(failed.errorCode));
  const verified = verifyCapture(elements.value, {
    version: device.version, transactionId, serialNo: device.id.serialNo, fingers: order.fingers, previousHash, nowMs: clock.now(), maxSkewMs: MAX_SKEW_MS,
  }, trust);
  return verified.ok ? verified : err(doubt(verified.error));
}

/** What the device's own error number means here. */
export function refusal(sbi: string): AppError {
  const detail = { driver: 'sbi', sbi };
  switch (sbi) {
    case SBI_ERROR.gone:
    case SBI_ERROR.streamGone: return new AppError('device.unplugged', detail);
    case SBI_ERROR.notReady:
    case SBI_ERROR.busy:
    case SBI_ERROR.capturing: return new AppError('device.not-ready', detail);
    case SBI_ERROR.unregistered: return new AppError('device.untrusted', { ...detail, why: 'unregistered' });
    case SBI_ERROR.nothingSeen: return new AppError('device.timeout', { ...detail, why: 'nothing-on-the-glass' });
    default: return new AppError('device.bad-frame', detail);
  }
}

const doubt = (why: CaptureDoubt): AppError => new AppError(why === 'wrong-fingers' ? 'device.wrong-fingers' : why === 'not-an-iso-record' || why === 'score' ? 'device.bad-frame' : 'device.untrusted', { driver: 'sbi', why });
