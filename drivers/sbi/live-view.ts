import type { Raster } from '../contract/driver.ts';
import type { Connect } from './exchange.ts';
import { encodeRequest } from './http-message.ts';
import { LiveStream } from './live-stream.ts';
import { STREAM_VERB, errorCodeOf } from './protocol.ts';
import { parseJson, utf8Text } from './text-bytes.ts';

/** Why a live stream ended; `code` is SBI's number where the device gave one. */
export type LiveEnd = { readonly why: 'stopped' | 'no-service' | 'ended' | 'cut'; readonly code: string };
export type LiveView = { readonly firstFrame: Promise<void>; readonly ended: Promise<LiveEnd> };

type LiveOptions = { readonly connect: Connect; readonly port: number; readonly body: string; readonly decode: (jpeg: Uint8Array) => Promise<Raster | undefined>; readonly onFrame: (frame: Raster) => void };

/** Runs one live stream until it ends or `signal` aborts. A stream that fails is no failed capture: the picture is only missing. */
export function openLiveView(options: LiveOptions, signal: AbortSignal): LiveView {
  const first = Promise.withResolvers<void>();
  return { firstFrame: first.promise, ended: run(options, first.resolve, signal) };
}

/** Decodes one picture at a time, always the newest: what comes faster than it can be decoded is dropped. */
class NewestPicture {
  readonly #decode: LiveOptions['decode'];
  readonly #show: (frame: Raster) => void;
  #next: Uint8Array | undefined;
  #busy = false;

  constructor(decode: LiveOptions['decode'], show: (frame: Raster) => void) {
    [this.#decode, this.#show] = [decode, show];
  }

  offer(bytes: Uint8Array): void {
    this.#next = bytes;
    if (!this.#busy) void this.#work();
  }

  async #work(): Promise<void> {
    this.#busy = true;
    for (let bytes = this.#next; bytes !== undefined; bytes = this.#next) {
      this.#next = undefined;
      const frame = await this.#decode(bytes);
      if (frame !== undefined) this.#show(frame);
    }
    this.#busy = false;
  }
}

async function run({ connect, port, body, decode, onFrame }: LiveOptions, onFirst: () => void, signal: AbortSignal): Promise<LiveEnd> {
  const connected = await connect(port, signal);
  if (!connected.ok) return { why: signal.aborted ? 'stopped' : 'no-service', code: '' };
  const wire = connected.value;
  const stream = new LiveStream();
  const stopped = Promise.withResolvers<'stopped'>();
  const faulty = Promise.withResolvers<'cut'>();
  let code = '';
  const pictures = new NewestPicture(decode, (frame) => {
    if (signal.aborted) return;
    onFrame(frame);
    onFirst();
  });
  const stop = wire.onData((bytes) => {
    for (const part of stream.push(bytes)) {
      if (part.type === 'note') code = errorCodeOf(parseJson(utf8Text(part.bytes)));
      else pictures.offer(part.bytes);
    }
    if (stream.fault !== undefined) faulty.resolve('cut');
  });
  const onAbort = (): void => stopped.resolve('stopped');
  signal.addEventListener('abort', onAbort, { once: true });
  if (signal.aborted) onAbort();
  await wire.write(encodeRequest({ verb: STREAM_VERB, port, path: '/stream', body })).catch(() => undefined);
  const why = await Promise.race([stopped.promise, faulty.promise, wire.closed.then(() => (stream.end() === 'clean' ? 'ended' : 'cut'))]);
  stop();
  signal.removeEventListener('abort', onAbort);
  await wire[Symbol.asyncDispose]();
  return { why, code };
}
