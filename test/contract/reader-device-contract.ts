import { describe, expect, it } from 'vitest';
import type { ReadCode, ReadFault, ReaderDevice } from '../../drivers/contract/driver.ts';

/** A reader, who holds codes before it, and its plug. */
export type ReaderBench = { readonly reader: ReaderDevice; hold(text: string): void | Promise<void>; spoil(): void | Promise<void>; unplug(): void };

const CARD = '079301000002|211234567|TRẦN THỊ BÍCH NGỌC|02031990|Nữ|12 Lê Lợi, Phường Bến Thành, Quận 1, TP Hồ Chí Minh|01072021';

/** What a reader says, one after the other. */
function ears(reader: ReaderDevice) {
  const heard: (string | ReadFault)[] = [];
  let wake: () => void = () => undefined;
  const hear = (word: string): void => {
    heard.push(word);
    wake();
  };
  const stop = reader.listen({ onCode: ({ bytes }: ReadCode) => hear(new TextDecoder().decode(bytes)), onFault: hear });
  const until = async (count: number): Promise<readonly string[]> => {
    while (heard.length < count) await new Promise<void>((resolve) => void (wake = resolve));
    return heard;
  };
  return { heard, stop, until };
}

/** Every code reader passes these. */
export function describeReader({ name, connect }: { readonly name: string; connect(): ReaderBench }): void {
  describe(`reader ${name}`, () => {
    it('delivers a card’s code byte for byte, and the next one', async () => {
      const { reader, hold } = connect();
      const { until } = ears(reader);
      await hold(CARD);
      expect(await until(1)).toEqual([CARD]);
      await hold('tcc1:0abc');
      expect(await until(2)).toEqual([CARD, 'tcc1:0abc']);
      await reader.close();
      expect(await reader.closed).toBe('closed');
    });

    it('says that a code could not be read, and reads the next', async () => {
      const { reader, hold, spoil } = connect();
      const { until } = ears(reader);
      await spoil();
      expect((await until(1))[0]).toMatch(/^(too-long|not-a-scan)$/);
      await hold('tcc1:0abc');
      expect((await until(2))[1]).toBe('tcc1:0abc');
      await reader.close();
    });

    it('is heard by nobody who stopped listening, nor after it was pulled out', async () => {
      const { reader, hold, unplug } = connect();
      const deaf = ears(reader);
      deaf.stop();
      const { until, heard } = ears(reader);
      await hold('tcc1:0abc');
      await until(1);
      unplug();
      expect(await reader.closed).toBe('unplugged');
      await Promise.resolve(hold('tcc1:late')).catch(() => undefined);
      expect([deaf.heard, heard]).toEqual([[], ['tcc1:0abc']]);
    });
  });
}
