import { expect, it } from 'vitest';
import { vi } from '../../i18n/resources.ts';
import { detailWords, type WordTables } from './detail-words.ts';

const table = (texts: Readonly<Record<string, string>>) => (key: string): string | undefined => texts[key];
const TABLES: WordTables = { audit: table(vi.audit), states: table(vi.states), enrolment: table(vi.enrolment), reasons: table(vi.reasons), settings: table(vi.settings) };

it.each([
  ['dossier.accepted', 'uploading → accepted', 'Đang gửi → Đã tiếp nhận'],
  ['dossier.return', 'R07; submitted → returned', `${vi.reasons.R07} · Chờ duyệt → Bị trả lại`],
  ['capture.accept', 'right-four', 'Bốn ngón tay phải'],
  ['dossier.set-field', 'residence', 'Nơi cư trú'],
  ['dossier.set-step', 'portrait', 'Ảnh chân dung'],
  ['dossier.set-missing-finger', 'right-index amputated', 'Ngón trỏ phải: Cụt'],
  ['receipt.print', '2; printed', 'bản 2 · đã in xong'],
  ['population.search', 'exchange; by pid; found; 079301000002', 'Cấp đổi thẻ căn cước · theo số định danh · tìm thấy · 079301000002'],
  ['population.search', 'exchange; by name; not-found; ', 'Cấp đổi thẻ căn cước · theo họ tên · không thấy'],
  ['session.sign-in-failed', 'wait 30 s', 'chờ 30 giây'],
  ['session.lock', 'idle', 'không có ai ở máy'],
  ['user.create', 'chief', 'Chỉ huy duyệt'],
  ['dossier.withdraw', 'Công dân đổi ý; submitted → withdrawn', 'Công dân đổi ý · Chờ duyệt → Đã rút'],
  ['dossier.seal', 'ab'.repeat(32), 'ab'.repeat(32)],
  ['dossier.view', '', ''],
])('%s: %s', (action, detail, words) => {
  expect(detailWords(action, detail, TABLES)).toBe(words);
});
