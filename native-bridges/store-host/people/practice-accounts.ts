import type { Role } from '../../../electron/core/access/roles.ts';

export type PracticeAccount = { readonly login: string; readonly password: string; readonly displayName: string; readonly role: Role; readonly passwordHash: string };

/**
 * Invented people with public passwords, for the practice database only. The hashes (argon2id, 64 MiB, 3 passes) are
 * written down because six of them would cost the first start two seconds.
 */
const HASH_HEAD = '$argon2id$v=19$m=65536,t=3,p=1$';
export const PRACTICE_ACCOUNTS: readonly PracticeAccount[] = [
  { login: 'an.nguyen', password: 'canbo-tap-huan', displayName: 'Nguyễn Thị An', role: 'officer', passwordHash: `${HASH_HEAD}wr/YZ/LQTQO4JypNMXXNyA$6z8IHMokeBr7KZwevqqamwmIOczIx7DPjoeqIPsKL08` },
  { login: 'dung.pham', password: 'canbo2-tap-huan', displayName: 'Phạm Văn Dũng', role: 'officer', passwordHash: `${HASH_HEAD}aBNYRFS4AlQe9bB0Avvfig$DO1qZfvWlBCRpIggzqHw5ehr2hz5v0yRa6GDyCVVtAE` },
  { login: 'binh.le', password: 'chihuy-tap-huan', displayName: 'Lê Thanh Bình', role: 'chief', passwordHash: `${HASH_HEAD}CQ6eulcqaSvjE+GlGYXhJg$4nYFm9/ku8h9JzjHyRK+cjcRxjkv0qO7Trf6R5kZ8zE` },
  { login: 'ky.thuat', password: 'kythuat-tap-huan', displayName: 'Đỗ Minh Kỹ', role: 'technician', passwordHash: `${HASH_HEAD}vZCXo0fbhdo36KpYo39aKQ$uPI2GUCgPP3/+vOX08iyZLRUJh4kk8X0dXak4YF0okQ` },
  { login: 'kiem.tra', password: 'kiemtra-tap-huan', displayName: 'Vũ Thị Hạnh', role: 'auditor', passwordHash: `${HASH_HEAD}Ub9Fb3KgUzdU3gJH883rOA$aYEqKc7LxSSgTk1CXlbanokw3sHksIc3gWtDJFSUVDc` },
  { login: 'quan.tri', password: 'quantri-tap-huan', displayName: 'Hoàng Quản Trị', role: 'administrator', passwordHash: `${HASH_HEAD}GO2Gyg+vQ1mPa9VDStL/Kw$4dif/0HubqUrD7n3xLnAfLON/Iw5qUCKutMQI95ip2g` },
];

/** What the practice station is called until somebody changes it. */
export const PRACTICE_SETTINGS = { 'station.name': 'Công an phường Giảng Võ', 'station.counter': 'Quầy 2' } as const;
