import { execFile } from 'node:child_process';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { decode } from 'fast-png';
import jsqr from 'jsqr';
import { describe, expect, it } from 'vitest';
import { renderReceipt } from '../../native-bridges/store-host/receipts/render-receipt.ts';
import type { ReceiptInput } from '../../native-bridges/store-host/seams.ts';

const run = promisify(execFile);
/** Rasterised at this resolution a QR module is about 4 px: what a phone sees. */
const READER_DPI = 200;

const INPUT: ReceiptInput = {
  number: '26-0412-0007', dossierId: '0d3b5c8e-5f0e-4a53-9a6e-2f1de6a0c1b7', fullName: 'Nguyễn Thị Phương Quỳnh', pid: '001190012345',
  birthDate: '1990-03-12', sex: '2', kind: 'exchange', receivedAt: '2026-04-12T02:41:00.000Z', dueOn: '2026-04-21',
  station: 'Công an phường Giảng Võ', counter: 'Quầy 2', officerName: 'Nguyễn Thị An', auditHead: 'a3'.repeat(32), code: `TCC2:${'7WE QE'.repeat(36)}`, signed: true, copy: 1, practice: false, issuedAt: '2026-04-12T02:45:00.000Z',
};

async function issue(change: Partial<ReceiptInput> = {}) {
  const { pdf, pages } = await renderReceipt({ ...INPUT, ...change });
  const base = join(await mkdtemp(join(tmpdir(), 'tcc-receipt-')), 'receipt');
  await writeFile(`${base}.pdf`, pdf);
  const [info, text] = await Promise.all([run('pdfinfo', [`${base}.pdf`]), run('pdftotext', ['-layout', '-enc', 'UTF-8', `${base}.pdf`, '-'])]);
  return { base, pages, info: info.stdout, text: text.stdout.normalize('NFC').replaceAll(/[^\S\n]+/g, ' ') };
}

describe('receipt (giấy hẹn)', () => {
  it('is one A5 page whose Vietnamese reads back exactly', async () => {
    const { info, text, pages } = await issue();
    expect(pages).toBe(1);
    expect(info).toMatch(/Pages:\s+1\n/);
    expect(info).toMatch(/Page size:\s+419\.53 x 595\.28 pts/); // 148 × 210 mm;
    for (const words of [
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc', 'CÔNG AN PHƯỜNG GIẢNG VÕ', 'Số: 26-0412-0007', 'GIẤY HẸN TRẢ KẾT QUẢ',
      'Mẫu mô phỏng – chưa phải mẫu CC02 chính thức', 'NGUYỄN THỊ PHƯƠNG QUỲNH', '001190012345', '12/03/1990', 'Nữ', 'Cấp đổi thẻ căn cước',
      '09:41 ngày 12/04/2026', 'Công an phường Giảng Võ – Quầy 2', 'Nguyễn Thị An', 'Thứ Ba, 21/04/2026', INPUT.dossierId,
    ]) expect(text).toContain(words);
    expect(text).not.toContain('BẢN SAO');
  });

  it('carries the signed statement as a QR code', async () => {
    const { base } = await issue({ practice: true });
    await run('pdftoppm', ['-r', String(READER_DPI), '-png', '-singlefile', `${base}.pdf`, base]);
    const image = decode(await readFile(`${base}.png`));
    const rgba = new Uint8ClampedArray(image.width * image.height * 4).fill(255);
    for (let n = 0; n < image.width * image.height; n++) for (let c = 0; c < 3; c++) rgba[n * 4 + c] = image.data[n * image.channels + (image.channels < 3 ? 0 : c)]!;
    const read = (jsqr as unknown as { default?: typeof jsqr }).default ?? jsqr;
    expect(read(rgba, image.width, image.height)?.data).toBe(INPUT.code);
  });

  it.each([[2, 'BẢN SAO lần 1'], [5, 'BẢN SAO lần 4'], [0, 'BẢN XEM TRƯỚC']])('issue %i says %s', async (copy, words) => {
    expect((await issue({ copy })).text).toContain(words);
  });

  it('in practice every sheet is watermarked, outside practice none', async () => {
    const raw = async (practice: boolean): Promise<string> => {
      const { base } = await issue({ practice });
      return (await run('pdftotext', ['-raw', '-enc', 'UTF-8', `${base}.pdf`, '-'])).stdout.normalize('NFC').replaceAll(/\s/g, '');
    };
    expect((await raw(true)).startsWith('TẬPHUẤN')).toBe(true);
    expect(await raw(false)).toMatch(/^CÔNGAN/);
  });

  it('the longest name the dossier may hold stays whole, on one page', async () => {
    const name = 'Hoàng Công Tằng Tôn Nữ Thị '.repeat(11).trim().slice(0, 300).trim();
    const { text, pages } = await issue({ fullName: name });
    expect(pages).toBe(1);
    expect(text.replaceAll(/\s+/g, '')).toContain('TẰNGTÔNNỮTHỊHOÀNG');
    const shown = text.split('\n').join(' ').replaceAll(/\s+/g, ' ').match(/TẰNG/g) ?? [];
    expect(shown).toHaveLength(name.match(/Tằng/g)?.length ?? 0);
  });

  it('a birth year alone stays a year', async () => {
    expect((await issue({ birthDate: '1955' })).text).toMatch(/Ngày sinh: 1955\n/);
  });
});
