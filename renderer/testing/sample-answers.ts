import type { Role } from '../../electron/core/access/roles.ts';
import type { DossierState } from '../../electron/core/dossier/lifecycle.ts';
import { searchKey } from '../../electron/core/person/search-key.ts';
import { refuse, type Answers } from './test-page.ts';

const uuid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const NAMES = ['TRẦN THỊ BÌNH', 'NGUYỄN VĂN AN', 'LÊ THU HƯƠNG', 'ĐẶNG MINH ĐỨC'] as const;
const STATES: readonly DossierState[] = ['draft', 'returned', 'accepted', 'submitted'];
const AT = '2026-03-02T02:00:00.000Z';

const rowAt = (n: number) => ({
  id: uuid(100 + n), number: `26-0302-${String(n).padStart(4, '0')}`, state: STATES[n % 4]!, version: 1, fullName: NAMES[n % 4]!,
  pid: String(79_301_000_000 + n).padStart(12, '0'), birthDate: '2001-02-28', sex: '2', kind: 'exchange', step: 'portrait',
  openedAt: AT, updatedAt: AT, officerId: uuid(1), officerName: 'Nguyễn Thị An',
});

/** A store with one account per role, `count` dossiers and a password that is the login reversed. */
export function sampleAnswers(count: number): Answers {
  const account = (role: Role, n: number) => ({ id: uuid(n), login: role, displayName: `Người ${role}`, role, active: true, lastSignInAt: null });
  const users = (['officer', 'chief', 'technician', 'auditor', 'administrator'] as const).map((role, n) => account(role, n + 1));
  const rows = Array.from({ length: count }, (_, n) => rowAt(count - n));
  let user: (typeof users)[number] | null = null;
  let phase = 'sign-in';
  const view = () => ({ phase, user, practice: true, practiceAccounts: [], station: { name: 'Công an phường Giảng Võ', counter: 'Quầy 2' }, idleLockMs: 300_000 });
  return {
    'session.view': view,
    'session.resume': view,
    'session.sign-in': ({ login, password }: { login: string; password: string }) => {
      const known = users.find((u) => u.login === login);
      if (known === undefined || password !== [...login].toReversed().join('')) return refuse(password === 'again' ? 'session.wait' : 'session.bad-credentials', password === 'again' ? { seconds: 30 } : {});
      user = known;
      phase = 'open';
      return { token: 't'.repeat(43), user };
    },
    'session.lock': () => ((phase = 'locked'), {}),
    'session.unlock': ({ password }: { password: string }) => (password === 'reciffo' ? ((phase = 'open'), view()) : refuse('session.bad-credentials')),
    'session.sign-out': () => ((phase = 'sign-in'), (user = null), {}),
    'session.activity': () => ({}),
    'session.change-password': ({ current }: { current: string }) => (current === [...(user?.login ?? '')].toReversed().join('') ? {} : refuse('session.bad-credentials')),
    'line.view': () => ({ online: true, since: AT, waiting: 3, parked: 0 }),
    'dossier.list': ({ search, states, cursor, size }: { search: string; states: readonly string[]; cursor: string | null; size: number }) => {
      const found = rows.filter((row) => searchKey(row.fullName).includes(searchKey(search)) && (states.length === 0 || states.includes(row.state)));
      const start = cursor === null ? 0 : Number(cursor);
      const counts = Object.fromEntries(STATES.map((state) => [state, rows.filter((row) => row.state === state).length]));
      return { rows: found.slice(start, start + size), next: start + size < found.length ? String(start + size) : null, counts };
    },
    'outbox.list': () => [{ dossierId: uuid(101), number: '26-0302-0001', state: 'parked', sealSha256: 'a'.repeat(64), bytes: 4096, sentBytes: 0, tries: 20, nextTryAt: null, lastError: 'outbox.offline', queuedAt: AT }],
    'outbox.retry': () => ({}),
    'audit.list': () => ({ rows: [{ seq: 1, at: AT, who: 'Người officer', action: 'session.sign-in', subject: uuid(1), detail: '', hash: 'b'.repeat(64), label: 'Người officer' }, { seq: 0, at: AT, who: 'system', action: 'dossier.accepted', subject: uuid(101), detail: 'uploading → accepted', hash: 'b'.repeat(64), label: '26-0302-0001' }], next: null }),
    'audit.verify': () => ({ entries: 817, ok: false, firstBreak: 400, head: 'b'.repeat(64) }),
    'settings.list': () => [{ key: 'station.name', value: 'Giảng Võ', origin: 'policy' }, { key: 'session.idle-lock-minutes', value: 5, origin: 'built-in' }],
    'settings.set': ({ key, value }: { key: string; value: number }) => [{ key, value, origin: 'station' }],
    'diagnostics.view': () => [{ name: 'cipher', value: 'sqlcipher' }],
    'user.list': () => users,
    'user.set-active': ({ id }: { id: string }) => users.find((u) => u.id === id),
  };
}
