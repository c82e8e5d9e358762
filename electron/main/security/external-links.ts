import { shell } from 'electron';
import { AppError } from '../../core/errors/app-error.ts';
import { isHelpLink } from './help-links.ts';

/** The only place that leaves the program. @throws {AppError} `ipc.bad-message` for anything but a page of the help host. */
export async function openHelp(url: unknown): Promise<void> {
  if (!isHelpLink(url)) throw new AppError('ipc.bad-message', { call: 'openHelp' });
  await shell.openExternal(url);
}
