import { app, dialog, type BrowserWindow } from 'electron';
import { rename, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Reply } from '../../contract/call.ts';
import { log } from './log.ts';

/** What a page may have saved: a ZIP under the name the program gives it, and nothing larger than a bundle ever is. */
const NAME = /^chan-doan-\d{8}-\d{4}\.zip$/;
const MAX_BYTES = 32 * 1024 * 1024;
/** Local file header signature. Source: PKWARE APPNOTE.TXT 6.3.10, 4.3.7. */
const ZIP_MAGIC = [0x50, 0x4b, 0x03, 0x04];

export type Bundle = { readonly name: string; readonly zip: Uint8Array };

/** What came from the page as a bundle, `undefined` where it is anything else. */
export function asBundle(input: unknown): Bundle | undefined {
  if (typeof input !== 'object' || input === null) return undefined;
  const { name, zip } = input as Partial<Bundle>;
  if (typeof name !== 'string' || !NAME.test(name) || !(zip instanceof Uint8Array)) return undefined;
  return zip.byteLength <= MAX_BYTES && ZIP_MAGIC.every((byte, n) => zip[n] === byte) ? { name, zip } : undefined;
}

/** Asks the person where to put the bundle and writes it there whole or not at all. The path stays here: the page hears the name. */
export async function saveBundle({ name, zip }: Bundle, window: BrowserWindow | undefined): Promise<Reply<{ readonly saved: boolean; readonly name: string }>> {
  const options = { defaultPath: join(app.getPath('documents'), name), filters: [{ name: 'ZIP', extensions: ['zip'] }] };
  const { canceled, filePath } = window === undefined ? await dialog.showSaveDialog(options) : await dialog.showSaveDialog(window, options);
  if (canceled || filePath === '') return { ok: true, value: { saved: false, name } };
  const part = `${filePath}.part`;
  try {
    await writeFile(part, zip, { mode: 0o600 });
    await rename(part, filePath);
  } catch (error) {
    log('bundle.not-saved', { why: (error as NodeJS.ErrnoException).code ?? '' });
    await rm(part, { force: true }).catch(() => undefined);
    return { ok: false, error: { code: 'bundle.not-saved', detail: {} } };
  }
  return { ok: true, value: { saved: true, name: basename(filePath) } };
}
