import type { Duplex } from 'node:stream';
import type { Transport } from '../../drivers/contract/driver.ts';

/** A Node stream as a driver's wire. Data that arrives before somebody listens waits in the stream. */
export function streamTransport(stream: Duplex, close: () => Promise<void> = async () => void stream.destroy()): Transport {
  const end = Promise.withResolvers<'unplugged' | 'closed'>();
  let asked = false;
  stream.on('error', () => stream.destroy());
  // The other side's end is the end: no protocol here goes on after half a close.
  stream.once('end', () => stream.destroy());
  // A serial port that closed is not destroyed: it keeps what is written for the day it is opened again, and answers nobody.
  let isOver = false;
  const unanswered = new Set<() => void>();
  stream.once('close', () => {
    isOver = true;
    for (const fail of unanswered) fail();
    end.resolve(asked ? 'closed' : 'unplugged');
  });
  return {
    closed: end.promise,
    write: (bytes) => new Promise((resolve, reject) => {
      const fail = (): void => reject(new Error('wire is gone'));
      if (isOver || stream.destroyed) return fail();
      unanswered.add(fail);
      stream.write(bytes, (error) => {
        unanswered.delete(fail);
        if (error) reject(error);
        else resolve();
      });
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
