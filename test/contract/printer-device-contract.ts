import { afterEach, describe, expect, it } from 'vitest';
import type { PrinterDevice } from '../../drivers/contract/driver.ts';

/** A printer and what can be done to it from outside; what a bench can't do is left out. */
export type PrinterBench = { readonly printer: PrinterDevice; /** Sheets that lie in the tray. */ sheets(): number | Promise<number>; takePaper?(): void; unplug?(): void };
type Given = { readonly name: string; readonly pdf?: Uint8Array; connect(): PrinterBench | Promise<PrinterBench>; readonly can: readonly ('take-paper' | 'unplug')[] };

const soon = (): AbortSignal => AbortSignal.timeout(30_000);

/** Every printer passes these. */
export function describePrinter({ name, pdf = Uint8Array.of(1, 2, 3), connect, can }: Given): void {
  const open: PrinterDevice[] = [];
  const bench = async (): Promise<PrinterBench> => {
    const made = await connect();
    open.push(made.printer);
    return made;
  };
  const job = { title: 'sheet', pdf };
  describe(`printer ${name}`, () => {
    afterEach(async () => {
      for (const printer of open.splice(0)) await printer.close();
    });

    it('tells that it is idle', async () => {
      expect(await (await bench()).printer.status(soon())).toMatchObject({ ok: true, value: { state: 'idle' } });
    });

    it('prints a sheet and says so only then', async () => {
      const { printer, sheets } = await bench();
      const before = await sheets();
      expect(await printer.print(job, soon())).toEqual({ ok: true, value: 'printed' });
      expect(await sheets()).toBe(before + 1);
    });

    it('told to stop before it began: a value', async () => {
      expect(await (await bench()).printer.print(job, AbortSignal.abort())).toMatchObject({ ok: false, error: { code: 'device.cancelled' } });
    });

    it('closed by the host, it says closed', async () => {
      const { printer } = await bench();
      await printer.close();
      expect(await printer.closed).toBe('closed');
    });

    if (can.includes('take-paper')) {
      it('without paper asks for a person, and prints nothing', async () => {
        const { printer, sheets, takePaper } = await bench();
        takePaper?.();
        expect(await printer.status(soon())).toMatchObject({ ok: true, value: { state: 'attention', detail: 'media-empty' } });
        expect(await printer.print(job, soon())).toMatchObject({ ok: false, error: { code: 'printer.attention' } });
        expect(await sheets()).toBe(0);
      });
    }

    if (can.includes('unplug')) {
      it('pulled out while it prints is offline, and `closed` says so', async () => {
        const { printer, sheets, unplug } = await bench();
        const printing = printer.print(job, soon());
        unplug?.();
        expect(await printing).toMatchObject({ ok: false, error: { code: 'printer.offline' } });
        expect(await printer.closed).toBe('unplugged');
        expect(await sheets()).toBe(0);
      });
    }
  });
}
