import type { Handlers } from '../../../electron/contract/call.ts';
import type { stationContract } from '../../../electron/contract/station.ts';
import { AppError, fromWire } from '../../../electron/core/errors/app-error.ts';
import { describeStation } from '../station/diagnostics.ts';
import type { Line } from '../outbox/line.ts';
import type { FormDesk } from '../forms/form-desk.ts';
import type { ReceiptDesk } from '../receipt-desk/receipt-desk.ts';
import { tellDeviceSettings } from '../station/device-settings.ts';
import { tellPrintPolicy } from '../station/print-policy.ts';
import type { PageContext } from '../station/page-context.ts';
import type { Station } from '../station/station.ts';
import type { ReceptionServices } from './reception-handlers.ts';
import { acting, isoNow } from './acting.ts';
import type { DeviceSide } from './technician-handlers.ts';

export type StationServices = { readonly receipts: ReceiptDesk; readonly forms: FormDesk; readonly line: Line; readonly receptions: ReceptionServices; /** Something is due in the outbox now. */ readonly wake: () => void } & DeviceSide;

/** Outbox, receipts, audit, settings, diagnostics. */
export const stationHandlers = (station: Station, services: StationServices): Handlers<typeof stationContract, PageContext> => ({
  'outbox.list': () => station.outbox.list(),
  'outbox.retry': ({ dossierId }, context) => {
    station.sql.write(() => {
      station.outbox.retry(dossierId, station.now());
      station.audit.note({ who: acting(context).user.login, action: 'outbox.retry', subject: dossierId });
    });
    services.wake();
    return {};
  },
  'line.view': () => services.line.view(),

  'receipt.make': ({ dossierId, preview }, context) =>
    preview ? services.receipts.preview(dossierId) : services.receipts.issue(dossierId, acting(context).user, 'shown'),
  'receipt.printers': async () => {
    const spool = station.spool();
    if (spool === undefined) throw new AppError('host.not-ready', { host: 'device-host' });
    const printers = await spool['printer.list']({});
    if (!printers.ok) throw fromWire(printers.error);
    return printers.value;
  },
  'receipt.print': ({ dossierId, printerId }, context) => services.receipts.print(dossierId, printerId, acting(context).user),

  'audit.list': ({ before, size, search }, context) => {
    const names = new Map(station.users.list().map((user) => [user.login, user.displayName]));
    const found = station.audit.page(before, size, station.auditSubjects.asKept(search));
    const labels = station.auditSubjects.labels(found.map(({ subject }) => subject));
    const rows = found.map(({ who, ...entry }) => ({ ...entry, who: names.get(who) ?? who, label: labels.get(entry.subject) ?? '' }));
    if (before === null && search !== '') station.audit.note({ who: acting(context).user.login, action: 'audit.search', subject: 'audit', detail: search });
    return { rows, next: rows.length === size ? rows.at(-1)!.seq : null };
  },
  'audit.verify': async (_input, context) => {
    const who = acting(context).user.login;
    const verdict = await station.audit.verify();
    station.audit.note({ who, action: 'audit.verify', subject: 'audit', detail: verdict.ok ? 'whole' : `broken at ${verdict.firstBreak ?? 0}` });
    return verdict;
  },

  'settings.list': () => [...station.settings.list()],
  'settings.set': ({ key, value }, context) => {
    const { user } = acting(context);
    station.sql.write(() => {
      station.settings.set(key, value, isoNow(station), user.id);
      station.audit.note({ who: user.login, action: 'settings.set', subject: key, detail: String(value).slice(0, 200) });
    });
    tellPrintPolicy(station);
    tellDeviceSettings(station);
    return [...station.settings.list()];
  },
  'diagnostics.view': () => describeStation(station),
});
