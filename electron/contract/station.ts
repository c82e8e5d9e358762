import { z } from 'zod';
import { ROLES } from '../core/access/roles.ts';
import { Bytes, Id, Instant, Nothing, Sha256, call, text } from './call.ts';

export const OutboxRow = z.strictObject({
  dossierId: Id,
  number: text(20),
  state: z.enum(['queued', 'uploading', 'parked', 'done']),
  sealSha256: Sha256,
  bytes: z.int(),
  sentBytes: z.int(),
  tries: z.int(),
  nextTryAt: Instant.nullable(),
  lastError: text(60).nullable(),
  queuedAt: Instant,
});
export type OutboxRow = z.infer<typeof OutboxRow>;

export const LineView = z.strictObject({ online: z.boolean(), since: Instant, waiting: z.int(), parked: z.int() });
export type LineView = z.infer<typeof LineView>;

export const AuditRow = z.strictObject({
  seq: z.int(), at: Instant, who: text(100), action: text(80), subject: text(80), detail: text(500), hash: Sha256,
  /** What people call the subject: a dossier's number, a person's name; '' where it has no other name. No part of the chain. */
  label: text(100),
});
export type AuditRow = z.infer<typeof AuditRow>;

export const SettingRow = z.strictObject({ key: text(60), value: z.union([z.string().max(500), z.number(), z.boolean()]), origin: z.enum(['built-in', 'policy', 'station']) });

export const PrinterView = z.strictObject({ id: text(200), name: text(200), state: z.enum(['idle', 'printing', 'attention', 'offline']), detail: text(200), simulated: z.boolean() });

/** Outbox, receipts, audit, settings and diagnostics: what store-host offers besides people and dossiers. */
export const stationContract = {
  'outbox.list': call(['officer', 'chief', 'technician'], Nothing, z.array(OutboxRow)),
  'outbox.retry': call(['officer', 'chief', 'technician'], z.strictObject({ dossierId: Id }), Nothing),
  'line.view': call('signed-in', Nothing, LineView),

  /** The receipt (giấy hẹn, CC02) as PDF. `preview` counts nothing; otherwise this is the n-th issue and copies are marked. */
  'receipt.make': call(['officer', 'chief'], z.strictObject({ dossierId: Id, preview: z.boolean() }), z.strictObject({ copy: z.int().nonnegative(), pages: z.int(), pdf: Bytes })),
  'receipt.printers': call(['officer', 'chief', 'auditor'], Nothing, z.array(PrinterView)),
  /** Makes the next issue and follows the print job to its end: `printed` is only said when the printer said so. */
  'receipt.print': call(['officer', 'chief'], z.strictObject({ dossierId: Id, printerId: text(200) }), z.strictObject({ copy: z.int(), outcome: z.enum(['printed', 'sent']) })),

  'audit.list': call(['auditor', 'chief'], z.strictObject({ before: z.int().nullable(), size: z.int().min(1).max(200), search: text(100) }), z.strictObject({ rows: z.array(AuditRow), next: z.int().nullable() })),
  'audit.verify': call(['auditor', 'chief', 'technician'], Nothing, z.strictObject({ entries: z.int(), ok: z.boolean(), firstBreak: z.int().nullable(), head: Sha256 })),

  'settings.list': call('signed-in', Nothing, z.array(SettingRow)),
  'settings.set': call(['technician', 'administrator'], z.strictObject({ key: text(60), value: SettingRow.shape.value }), z.array(SettingRow)),
  /** No citizen data: versions, sizes, cipher, settings with origin, slow statements. */
  'diagnostics.view': call(['technician', 'administrator', 'auditor'], Nothing, z.array(z.strictObject({ name: text(80), value: text(500) }))),
} as const;

/** What store-host says unasked of the station and its dossiers. */
export const stationEvents = {
  'dossier.changed': z.strictObject({ id: Id, state: text(20), version: z.int() }),
  'session.changed': z.strictObject({ phase: z.enum(['first-administrator', 'sign-in', 'locked', 'open']), role: z.enum(ROLES).nullable() }),
  'line.changed': LineView,
  /** Something in the outbox moved, was sent in part, or came to rest; lists that show it read anew. For who may read it. */
  'outbox.changed': Nothing,
  /** A reception was opened or moved; lists that show it read anew. */
  'reception.changed': z.strictObject({ id: Id }),
} as const;
