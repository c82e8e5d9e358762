import { useEffect, useState } from 'react';
import type { z } from 'zod';
import type { Dossier } from '../../../electron/contract/dossier.ts';
import type { PrinterView } from '../../../electron/contract/station.ts';
import type { WireError } from '../../../electron/core/errors/app-error.ts';
import { useCall, useStore } from '../../app/hooks.ts';

export type Printer = z.infer<typeof PrinterView>;
export type Printed = { readonly copy: number; readonly outcome: 'printed' | 'sent'; readonly atMs: number };
export type Printing = {
  readonly printers: readonly Printer[];
  readonly chosen: Printer | undefined;
  readonly choose: (id: string) => void;
  readonly refresh: () => void;
  readonly print: () => void;
  readonly busy: boolean;
  readonly error: WireError | null;
  readonly printed: Printed | undefined;
  /** How many have been issued; the next one is marked as a copy unless it is the first. */
  readonly issued: number;
};

/** The printers at hand and the print job; "printed" is only ever what the printer itself said. */
export function usePrinting({ id: dossierId, receiptCopies }: Pick<Dossier, 'id' | 'receiptCopies'>): Printing {
  const store = useStore();
  const list = useCall(store['receipt.printers']);
  const job = useCall(store['receipt.print']);
  const [printers, setPrinters] = useState<readonly Printer[]>([]);
  const [chosenId, setChosenId] = useState<string>();
  const [printed, setPrinted] = useState<Printed>();
  const runList = list.run;
  const refresh = (): void => void runList({}).then((reply) => reply.ok && setPrinters(reply.value));
  useEffect(() => {
    let wanted = true;
    void runList({}).then((reply) => wanted && reply.ok && setPrinters(reply.value));
    return () => {
      wanted = false;
    };
  }, [runList]);
  const chosen = printers.find((p) => p.id === chosenId) ?? printers.find((p) => p.state === 'idle') ?? printers[0];
  const print = async (): Promise<void> => {
    if (chosen === undefined || job.busy) return;
    const reply = await job.run({ dossierId, printerId: chosen.id });
    if (reply.ok) setPrinted({ ...reply.value, atMs: Date.now() });
    refresh();
  };
  return { printers, chosen, choose: setChosenId, refresh, print: () => void print(), busy: job.busy, error: job.error ?? list.error, printed, issued: Math.max(receiptCopies, printed?.copy ?? 0) };
}
