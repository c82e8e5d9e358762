import { readFileSync } from 'node:fs';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** How many pages a PDF has, as a reader other than its maker counts them. */
export async function pagesOf(path: string): Promise<number> {
  const task = getDocument({ data: new Uint8Array(readFileSync(path)) });
  const { numPages } = await task.promise;
  await task.destroy();
  return numPages;
}
