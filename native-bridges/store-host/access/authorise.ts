import type { Access } from '../../../electron/core/access/roles.ts';
import { AppError } from '../../../electron/core/errors/app-error.ts';
import type { PageContext } from '../station/page-context.ts';

/** Calls that a page makes by itself, without a person touching anything: they don't keep a session awake. */
const PASSIVE = new Set(['line.view', 'outbox.list', 'dossier.list', 'dossier.queue', 'dossier.get', 'dossier.history', 'settings.list', 'audit.list', 'diagnostics.view', 'receipt.printers', 'reception.list', 'reception.get', 'contact.list', 'fee.day-sheet', 'fee.waiting-voids', 'form.list', 'session.lock', 'citizen-screen.view', 'technician.inventory', 'technician.log', 'technician.health']);

/**
 * The one place that says who may call what, from the contract's own `access`.
 * @throws {AppError} session.required, session.locked, session.role
 */
export function authorise(access: Access, context: PageContext, call: string): void {
  if (access === 'anyone') return;
  const session = context.sessions.current(context);
  if (session === undefined) throw new AppError('session.required');
  if (session.locked) throw new AppError('session.locked');
  if (access !== 'signed-in' && !access.includes(session.user.role)) throw new AppError('session.role', { call });
  if (!PASSIVE.has(call)) context.sessions.touch(session);
}
