import type { Slap } from '../../electron/core/dossier/capture-slots.ts';
import type { Transport } from '../contract/driver.ts';
import { encodeAnswer } from './http-message.ts';
import { SBI_ERROR } from './protocol.ts';
import type { SbiSimulator } from './simulator.ts';
import { joinBytes } from '../../electron/core/bytes/join-bytes.ts';
import { utf8Bytes } from './text-bytes.ts';

const FRAME_MS = 66;
const MAX_STREAM_MS = 300_000;
const HEAD = 'HTTP/1.0 200 OK\r\nServer: SBI\r\nConnection: close\r\nMax-Age: 0\r\nExpires: 0\r\nCache-Control: no-store\r\nContent-Type: multipart/x-mixed-replace; boundary=--BoundaryString\r\n\r\n';

/** Live pictures with the reference service's odd framing, until the reader goes, the device goes or five minutes are over. No pictures while it captures. */
export async function playStream(simulator: SbiSimulator, wire: Transport, slap: Slap | undefined): Promise<void> {
  const { clock, jpeg } = simulator.parts;
  if (simulator.fault === 'unplug') return wire.write(encodeAnswer(`{"error":{"errorCode":"${SBI_ERROR.streamGone}","errorInfo":"No Device Connected."}}`)).catch(() => undefined);
  const gone = new AbortController();
  void wire.closed.then(() => gone.abort());
  const send = (bytes: Uint8Array): Promise<void> => wire.write(bytes).catch(() => gone.abort());
  await send(utf8Bytes(HEAD));
  const startedAt = clock.now();
  for (let frame = 0; !gone.signal.aborted && clock.now() - startedAt < MAX_STREAM_MS; frame++) {
    const silent = simulator.capturing || (simulator.fault === 'stalled-stream' && frame > 0);
    if (!silent) {
      const part = partOf(jpeg(frame, slap));
      if (simulator.fault === 'cut-stream' && frame > 0) return send(part.subarray(0, Math.floor(part.length / 2)));
      await send(part);
    }
    await clock.sleep(FRAME_MS, gone.signal);
  }
}

const partOf = (jpeg: Uint8Array): Uint8Array =>
  joinBytes([utf8Bytes(`--BoundaryString\r\nAccess-Control-Allow-Origin:*\r\nContent-Type:image/jpeg\r\nContent-Length:${jpeg.length}\r\n\r\n`), jpeg, utf8Bytes('\r\n\r\n')]);
