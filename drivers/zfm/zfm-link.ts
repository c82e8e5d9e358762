import { AppError } from '../../electron/core/errors/app-error.ts';
import { err, ok, type Result } from '../../electron/core/result/result.ts';
import type { DriverEnvironment, Transport } from '../contract/driver.ts';
import { ACK, COMMAND, IMAGE_BYTES, KIND, ZfmReader, encodeFrame, type ZfmFrame, type ZfmPiece } from './protocol.ts';

/** A module answers a command within 100 ms, taking an image within a second. */
const ANSWER_MS = 2_000;
const TRIES = 2;
/** A line that was silent this long has nothing more to say. */
const QUIET_MS = 200;
/** Lines of the picture that are shown as one piece while it comes in. */
const SHOW_EVERY_BYTES = 4_096;

/** Asks and answers on one serial line, one at a time. */
export class ZfmLink {
  readonly #transport: Transport;
  readonly #clock: DriverEnvironment['clock'];
  #unanswered = false;

  constructor(transport: Transport, clock: DriverEnvironment['clock']) {
    [this.#transport, this.#clock] = [transport, clock];
  }

  /** Confirmation code of one command; asked again once where the answer was garbled or none came. */
  async ask(command: Uint8Array, signal: AbortSignal): Promise<Result<number, AppError>> {
    for (let tries = 1; ; tries++) {
      await this.#quiet(signal);
      const pieces = this.#listen(signal);
      await this.#send(command);
      const answer = await pieces.next();
      pieces.stop();
      if (answer.ok && answer.value.kind === KIND.ack && answer.value.payload.length > 0) return ok(answer.value.payload[0]!);
      const again = answer.ok || answer.error.code === 'device.bad-frame' || answer.error.code === 'device.timeout';
      if (!again || tries >= TRIES) return answer.ok ? err(new AppError('device.bad-frame', { driver: 'zfm', why: 'no-ack' })) : answer;
    }
  }

  /** The whole image in data frames. `onPart` hears what is there so far, whole rows. */
  async image(onPart: (packed: Uint8Array) => void, signal: AbortSignal): Promise<Result<Uint8Array, AppError>> {
    const pieces = this.#listen(signal);
    const packed = new Uint8Array(IMAGE_BYTES);
    let length = 0;
    let shown = 0;
    const fail = (why: string): Result<Uint8Array, AppError> => err(new AppError('device.bad-frame', { driver: 'zfm', why }));
    await this.#send(Uint8Array.of(COMMAND.sendImage));
    try {
      const first = await pieces.next();
      if (!first.ok) return first;
      if (first.value.kind !== KIND.ack || first.value.payload[0] !== ACK.ok) return fail('image-refused');
      for (;;) {
        const next = await pieces.next();
        if (!next.ok) return next;
        const { kind, payload } = next.value;
        if ((kind !== KIND.data && kind !== KIND.end) || length + payload.length > IMAGE_BYTES) return fail('image-length');
        packed.set(payload, length);
        length += payload.length;
        if (kind === KIND.end) return length === IMAGE_BYTES ? ok(packed) : fail('image-cut');
        if (length - shown >= SHOW_EVERY_BYTES) onPart(packed.slice(0, (shown = length - (length % 128))));
      }
    } finally {
      pieces.stop();
    }
  }

  /** After a command that nobody waited for, its answer is still on the way: it must not be taken for the next one's. */
  async #quiet(signal: AbortSignal): Promise<void> {
    let heard = this.#unanswered;
    const stop = this.#transport.onData(() => void (heard = true));
    while (heard && !signal.aborted) {
      heard = false;
      await this.#clock.sleep(QUIET_MS, signal);
    }
    stop();
    this.#unanswered &&= signal.aborted;
  }

  async #send(payload: Uint8Array): Promise<void> {
    // A wire that breaks while it is written to says so by closing.
    await this.#transport.write(encodeFrame(KIND.command, payload)).catch(() => undefined);
  }

  #listen(signal: AbortSignal): { next(): Promise<Result<ZfmFrame, AppError>>; stop(): void } {
    const reader = new ZfmReader();
    const waiting: ZfmPiece[] = [];
    let wake: () => void = () => undefined;
    let gone = false;
    const stop = this.#transport.onData((bytes) => {
      waiting.push(...reader.push(bytes));
      wake();
    });
    const onAbort = (): void => wake();
    signal.addEventListener('abort', onAbort, { once: true });
    void this.#transport.closed.then(() => {
      gone = true;
      wake();
    });
    const next = async (): Promise<Result<ZfmFrame, AppError>> => {
      if (waiting.length === 0 && !signal.aborted && !gone) await this.#wait((heard) => void (wake = heard));
      const piece = waiting.shift();
      if (piece?.type === 'frame') return ok(piece.frame);
      if (piece !== undefined) this.#unanswered = true;
      if (piece !== undefined) return err(new AppError('device.bad-frame', { driver: 'zfm', why: piece.why }));
      if (gone) return err(new AppError('device.unplugged', { driver: 'zfm' }));
      this.#unanswered = true;
      return err(new AppError(signal.aborted ? 'device.cancelled' : 'device.timeout', { driver: 'zfm' }));
    };
    return {
      next,
      stop: () => {
        stop();
        signal.removeEventListener('abort', onAbort);
      },
    };
  }

  async #wait(onWake: (wake: () => void) => void): Promise<void> {
    const heard = Promise.withResolvers<void>();
    const over = new AbortController();
    onWake(heard.resolve);
    await Promise.race([heard.promise, this.#clock.sleep(ANSWER_MS, over.signal)]);
    over.abort();
  }
}
