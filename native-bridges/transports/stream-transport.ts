import type { Duplex } from 'node:stream';
import type { Transport } from '../../drivers/contract/driver.ts';

/** A Node stream as a driver's wire. Data that arrives before somebody listens waits in the stream. */
export function streamTransport(stream: Duplex, close: () => Promise<void> = async () => void stream.destroy()): Transport {
  const end = Promise.withResolvers<'unplugged' | 'closed'>();
  let asked = false;
  stream.on('error', () => stream.destroy());
  // The other side's end is the end: no protocol here goes on after half a close.
  stream.once('end', () => stream.destroy());
  stream.once('close', () => end.resolve(asked ? 'closed' : 'unplugged'));
  return {
    closed: end.promise,
    write: (bytes) => new Promise((resolve, reject) => {
      if (stream.destroyed) return reject(new Error('wire is gone'));
      stream.write(bytes, (error) => (error ? reject(error) : resolve()));
    }),
    onData: (listener) => {
      const hear = (bytes: Buffer): void => listener(bytes);
      stream.on('data', hear);
      return () => void stream.off('data', hear);
    },
    [Symbol.asyncDispose]: async () => {
      asked = true;
      await close();
      await end.promise;
    },
  };
}
