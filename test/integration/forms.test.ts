import { execFile } from 'node:child_process';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { encode } from 'jpeg-js';
import { describe, expect, it } from 'vitest';
import { draftForm } from '../../electron/core/forms/draft-form.ts';
import type { CollectionFacts, FormInput } from '../../electron/core/forms/form-facts.ts';
import type { FormSheet } from '../../electron/core/forms/form-sheet.ts';
import { renderForm } from '../../native-bridges/store-host/receipts/render-receipt.ts';
import { EMPTY_PERSON } from '../../electron/core/person/person.ts';

const run = promisify(execFile);

const PERSON = {
  ...EMPTY_PERSON, fullName: 'Nguyễn Thị Phương Quỳnh', pid: '001190012345', oldIdNumber: '012345678', birthDate: '1990-03-12', sex: '2', ethnicity: 'Kinh', religion: 'Không', nationality: 'Việt Nam',
  birthRegistration: 'Phường Giảng Võ, Thành phố Hà Nội', homeTown: 'Xã Kim Liên, Tỉnh Nghệ An', residence: 'Số 12, phố Trần Phú, Phường Giảng Võ, Thành phố Hà Nội', currentAddress: 'Số 12, phố Trần Phú, Phường Giảng Võ, Thành phố Hà Nội',
  fatherName: 'Nguyễn Văn Hùng', motherName: 'Trần Thị Lụa', spouseName: 'Hoàng Công Đạt', phone: '0912345678', occupation: 'Giáo viên',
};
const FACTS = { number: '26-0412-0007', receivedOn: '2026-04-13', station: 'Công an phường Giảng Võ', officerName: 'Nguyễn Thị An', person: PERSON, representative: null };
const COLLECTION: CollectionFacts = {
  ...FACTS, kind: 'exchange', ground: 'milestone-age', slots: ['right-four', 'left-four', 'thumbs', 'portrait', 'signature'], reusesLast: false, lastCardIssuedOn: '', portraitSha256: 'ab'.repeat(32),
  missing: [{ finger: 'left-ring', reason: 'amputated', permanent: true, note: '' }, { finger: 'right-index', reason: 'bandaged', permanent: false, note: '' }],
  documents: [{ kind: 'Thẻ căn cước cũ', number: '001190012345', issuedOn: '2021-08-20', pages: 2 }], fee: { amountDong: 25_000, explained: 'TT 59/2019/TT-BTC, giảm 50 %', receiptNumber: 'BL-0007' },
};
const WRONG = [{ field: 'birthDate', database: '1990-03-21', right: '1990-03-12' }, { field: 'fullName', database: 'Nguyễn Thị Phương Quynh', right: 'Nguyễn Thị Phương Quỳnh' }] as const;

async function print(sheet: FormSheet, more: { readonly copy?: number; readonly practice?: boolean } = {}) {
  const portrait = sheet.portraitSha256 === undefined ? null : encode({ width: 120, height: 160, data: new Uint8Array(120 * 160 * 4).fill(150) }, 80).data;
  const { pdf, pages } = await renderForm({ sheet, portrait, copy: 1, practice: false, issuedAt: '2026-04-13T02:45:00.000Z', contentSha256: 'c0ffee'.padEnd(64, '0'), ...more });
  const base = join(await mkdtemp(join(tmpdir(), 'tcc-form-')), 'form');
  await writeFile(`${base}.pdf`, pdf);
  const [info, text] = await Promise.all([run('pdfinfo', [`${base}.pdf`]), run('pdftotext', ['-layout', '-enc', 'UTF-8', `${base}.pdf`, '-'])]);
  return { base, pages, info: info.stdout, text: text.stdout.normalize('NFC').replaceAll(/[^\S\n]+/g, ' ') };
}
const draft = (input: FormInput): FormSheet => {
  const sheet = draftForm(input)?.sheet;
  if (sheet === undefined) throw new Error('no form of that day');
  return sheet;
};

describe('forms as they are printed', () => {
  it('CC01: one A4 page with who, the state of each finger, fee and bar code', async () => {
    const { info, text, pages } = await print(draft({ job: 'collection-record', facts: COLLECTION }));
    expect(pages).toBe(1);
    expect(info).toMatch(/Page size:\s+595\.28 x 841\.89 pts \(A4\)/);
    for (const words of [
      'Mẫu CC01 · TT 17/2024/TT-BCA', 'CÔNG AN PHƯỜNG GIẢNG VÕ', 'Số: 26-0412-0007', 'PHIẾU THU NHẬN THÔNG TIN CĂN CƯỚC', 'Mẫu mô phỏng – chưa phải mẫu CC01 chính thức', 'NGUYỄN THỊ PHƯƠNG QUỲNH', '001190012345',
      'đến tuổi phải cấp đổi', 'khuyết: cụt', '(tạm thời)', 'ấn phẳng', '25.000 đồng', 'BL-0007', 'Thẻ căn cước cũ', '20/08/2021', 'CÁN BỘ THU NHẬN', 'THỦ TRƯỞNG ĐƠN VỊ', 'Ngày 13 tháng 04 năm 2026', 'Trang 1/1',
    ]) expect(text).toContain(words);
    expect(text).not.toContain('BẢN SAO');
  });

  it('a dossier of 2023 shows the former record and the citizen\'s own application', async () => {
    const facts = { ...COLLECTION, receivedOn: '2023-05-04' };
    const record = await print(draft({ job: 'collection-record', facts }));
    expect(record.text).toContain('Mẫu CC02 · TT 66/2015/TT-BCA');
    expect(record.text).toContain('PHIẾU THU NHẬN THÔNG TIN CĂN CƯỚC CÔNG DÂN');
    const application = await print(draft({ job: 'card-request', facts }));
    expect(application.text).toContain('TỜ KHAI CĂN CƯỚC CÔNG DÂN');
    for (let item = 1; item <= 22; item++) expect(application.text).toMatch(new RegExp(`(^|\\s)${item}\\. `, 'm'));
    expect(application.pages).toBe(1);
  });

  it('CC03 states reason and next step, and has no form before 1/7/2024', async () => {
    const facts = { ...FACTS, kind: 'first-issue', reasons: ['R05'], explained: 'Cháu đi cùng bà ngoại, chưa có giấy ủy quyền.' } as const;
    const { text } = await print(draft({ job: 'refusal', facts }));
    for (const words of ['Mẫu CC03 · TT 53/2025/TT-BCA', 'THÔNG BÁO VỀ VIỆC TỪ CHỐI GIẢI QUYẾT', 'Không có người đại diện hợp pháp', 'bà ngoại', 'khiếu nại', 'NGƯỜI NHẬN THÔNG BÁO']) expect(text).toContain(words);
    expect(draftForm({ job: 'refusal', facts: { ...facts, receivedOn: '2024-06-30' } })).toBeUndefined();
  });

  it('DC01 has seventeen items until the household book ended, sixteen since', async () => {
    const now = await print(draft({ job: 'population-collection', facts: FACTS }));
    expect(now.text).toContain('Mẫu DC01 · TT 53/2025/TT-BCA');
    expect(now.text).toContain('16. Quan hệ với chủ hộ');
    expect(now.text).not.toContain('17. ');
    const former = await print(draft({ job: 'population-collection', facts: { ...FACTS, receivedOn: '2022-05-04' } }));
    expect(former.text).toContain('17. Số sổ hộ khẩu');
    expect(former.text).toContain('Các mục theo mẫu DC01 (TT 66/2015/TT-BCA); cách trình bày mô phỏng');
  });

  it('DC02 asks in box 7 for what is wrong, and was the adjustment itself before 1/7/2024', async () => {
    const facts = { ...FACTS, wrong: WRONG, note: 'Giấy khai sinh số 12/1990', dueOn: '2026-04-15' };
    const sheet = draft({ job: 'adjustment-request', facts });
    const boxes = sheet.blocks.flatMap((block) => (block.kind === 'boxes' ? block.boxes : []));
    expect(boxes.map(({ ticked }) => ticked)).toEqual([false, false, false, false, false, false, true, false, false]);
    const { text } = await print(sheet);
    for (const words of ['PHIẾU ĐỀ NGHỊ GIẢI QUYẾT THỦ TỤC VỀ CĂN CƯỚC', 'Kính gửi: Công an phường Giảng Võ', '21/03/1990', '12/03/1990', 'NGUYỄN THỊ PHƯƠNG QUYNH', 'Giấy khai sinh số 12/1990', '15/04/2026', 'Ý kiến của chủ thể thông tin']) expect(text).toContain(words);
    const former = await print(draft({ job: 'adjustment-request', facts: { ...facts, receivedOn: '2024-06-28' } }));
    expect(former.text).toContain('PHIẾU CẬP NHẬT, CHỈNH SỬA THÔNG TIN DÂN CƯ');
  });

  it('the day sheet adds up what was taken, writes the sum out and goes on over pages', async () => {
    const rows = Array.from({ length: 70 }, (_, n) => ({ at: '2026-04-13T02:45:00.000Z', officerName: FACTS.officerName, dossierNumber: `26-0413-${String(n + 1).padStart(4, '0')}`, receiptNumber: n % 10 === 9 ? '' : `BL-${n + 1}`, state: n % 10 === 9 ? 'exempt' as const : 'collected' as const, amountDong: n % 10 === 9 ? 0 : 25_000, reason: n % 10 === 9 ? 'hộ nghèo' : '' }));
    const { text, pages } = await print(draft({ job: 'fee-day', facts: { station: FACTS.station, of: FACTS.officerName, day: '2026-04-13', rows, collectedDong: 1_575_000, givenBackDong: 25_000, handOverDong: 1_550_000 } }));
    expect(pages).toBeGreaterThan(1);
    expect(text).toContain(`Trang ${pages}/${pages}`);
    for (const words of ['Số tiền phải nộp: 1.550.000 đồng', 'Bằng chữ: Một triệu năm trăm năm mươi nghìn đồng.', 'Hoàn lại do hủy']) expect(text).toContain(words);
  });

  it('the day sheet of everybody names who took what and what each hands over', async () => {
    const row = { at: '2026-04-13T02:45:00.000Z', dossierNumber: '26-0413-0001', receiptNumber: 'BL-1', state: 'collected' as const, amountDong: 25_000, reason: '' };
    const of = [{ name: 'Nguyễn Thị An', collectedDong: 25_000, givenBackDong: 0, handOverDong: 25_000 }, { name: 'Trần Văn Hùng', collectedDong: 0, givenBackDong: 35_000, handOverDong: -35_000 }];
    const rows = [{ ...row, officerName: 'Nguyễn Thị An' }, { ...row, officerName: 'Trần Văn Hùng', receiptNumber: 'BL-2', state: 'given-back' as const, amountDong: 35_000, reason: 'Thu nhầm' }];
    const { text } = await print(draft({ job: 'fee-day', facts: { station: FACTS.station, of, day: '2026-04-13', rows, collectedDong: 25_000, givenBackDong: 35_000, handOverDong: -10_000 } }));
    for (const words of ['Tất cả cán bộ', 'Từng cán bộ phải nộp', 'Trần Văn Hùng', '-35.000', 'CHỈ HUY', 'NGƯỜI LẬP BẢNG']) expect(text).toContain(words);
    expect(text).not.toContain('NGƯỜI THU');
  });

  it('in practice every page is watermarked, outside practice none', async () => {
    const sheet = draft({ job: 'collection-record', facts: { ...COLLECTION, documents: Array.from({ length: 60 }, () => COLLECTION.documents[0]!) } });
    const marks = async (practice: boolean): Promise<number> => {
      const { base, pages } = await print(sheet, { practice });
      const { stdout } = await run('pdftotext', ['-raw', '-enc', 'UTF-8', `${base}.pdf`, '-']);
      const found = stdout.normalize('NFC').replaceAll(/\s/g, '').split('TẬPHUẤN').length - 1;
      expect(pages).toBeGreaterThan(1);
      return found / pages;
    };
    expect(await marks(true)).toBe(1);
    expect(await marks(false)).toBe(0);
  });

  it.each([[2, 'BẢN SAO lần 1'], [0, 'BẢN XEM TRƯỚC']])('issue %i says %s', async (copy, words) => {
    expect((await print(draft({ job: 'collection-record', facts: COLLECTION }), { copy })).text).toContain(words);
  });

  it('the longest name the dossier may hold stays whole', async () => {
    const name = 'Hoàng Công Tằng Tôn Nữ Thị '.repeat(11).slice(0, 300).trim();
    const { text } = await print(draft({ job: 'collection-record', facts: { ...COLLECTION, person: { ...PERSON, fullName: name } } }));
    expect(text.match(/TẰNG/g)?.length).toBe(2 * (name.match(/Tằng/g)?.length ?? 0)); // in its field and under the signature
  });
});
