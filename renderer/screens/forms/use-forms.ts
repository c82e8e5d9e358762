import { useCallback, useEffect, useState } from 'react';
import type { FormRow, FormSubject } from '../../../electron/contract/forms.ts';
import type { WireError } from '../../../electron/core/errors/app-error.ts';
import type { FormJob } from '../../../electron/core/forms/form-facts.ts';
import { useCall, useStore } from '../../app/hooks.ts';
import type { Printed, Printer } from '../receipt/use-printing.ts';

export type FormPrinting = {
  readonly rows: readonly FormRow[];
  readonly chosen: FormRow | undefined;
  readonly choose: (job: FormJob) => void;
  readonly pdf: Uint8Array | undefined;
  readonly printers: readonly Printer[];
  readonly printer: Printer | undefined;
  readonly choosePrinter: (id: string) => void;
  readonly print: () => void;
  readonly busy: boolean;
  readonly error: WireError | null;
  readonly printed: Printed | undefined;
};

/**
 * The forms of a subject, the preview of one of them, and its print job.
 * @param subject the same object as long as it is the same subject. @param version of what they are about: a change draws anew
 */
export function useForms(subject: FormSubject, version: number): FormPrinting {
  const store = useStore();
  const list = useCall(store['form.list']);
  const draw = useCall(store['form.draw']);
  const job = useCall(store['form.print']);
  const find = useCall(store['receipt.printers']);
  const [rows, setRows] = useState<readonly FormRow[]>([]);
  const [chosenJob, setChosenJob] = useState<FormJob>();
  const [pdf, setPdf] = useState<Uint8Array>();
  const [printers, setPrinters] = useState<readonly Printer[]>([]);
  const [printerId, setPrinterId] = useState<string>();
  const [printed, setPrinted] = useState<Printed>();
  const [runList, runDraw, runFind] = [list.run, draw.run, find.run];
  const chosen = rows.find((row) => row.job === chosenJob) ?? rows[0];
  const load = useCallback(() => runList({ subject }).then((reply) => reply.ok && setRows(reply.value)), [runList, subject]);
  useEffect(() => void load(), [load, version]);
  useEffect(() => void runFind({}).then((reply) => reply.ok && setPrinters(reply.value)), [runFind]);
  const shown = chosen?.job;
  useEffect(() => {
    let wanted = true;
    if (shown !== undefined) void runDraw({ subject, job: shown, preview: true }).then((reply) => wanted && reply.ok && setPdf(reply.value.pdf));
    return () => {
      wanted = false;
    };
  }, [runDraw, subject, shown, version]);
  const printer = printers.find((one) => one.id === printerId) ?? printers.find((one) => one.state === 'idle') ?? printers[0];
  const print = async (): Promise<void> => {
    if (chosen === undefined || printer === undefined || job.busy) return;
    const reply = await job.run({ subject, job: chosen.job, printerId: printer.id });
    if (reply.ok) setPrinted({ ...reply.value, atMs: Date.now() });
    await load();
  };
  return {
    rows, chosen, choose: setChosenJob, pdf, printers, printer, choosePrinter: setPrinterId, print: () => void print(), busy: job.busy,
    error: job.error ?? draw.error ?? list.error ?? find.error, printed,
  };
}
