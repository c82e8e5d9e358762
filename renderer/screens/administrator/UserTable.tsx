import type { User } from '../../../electron/contract/session.ts';
import { formatDateTime } from '../../../electron/core/time/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { Button, Shape } from '../../ui/index.ts';

export type UserTableProps = {
  readonly users: readonly User[];
  readonly onReset: (user: User) => void;
  readonly onDeactivate: (user: User) => void;
  readonly onActivate: (user: User) => void;
};

export function UserTable({ users, onReset, onDeactivate, onActivate }: UserTableProps) {
  const t = useT('admin');
  const states = useT('states');
  return (
    <table className="table">
      <thead>
        <tr>
          {(['col.name', 'col.login', 'col.role', 'col.state', 'col.last'] as const).map((column) => <th key={column} scope="col">{t(column)}</th>)}
          <th scope="col"><span className="only-spoken">{t('col.action')}</span></th>
        </tr>
      </thead>
      <tbody>
        {users.map((user) => (
          <tr key={user.id}>
            <td><strong>{user.displayName}</strong></td>
            <td>{user.login}</td>
            <td>{states(`role.${user.role}`)}</td>
            <td><span className={`badge badge-${user.active ? 'done' : 'plain'}`}><Shape name={user.active ? 'circle' : 'dash'} />{t(user.active ? 'active' : 'inactive')}</span></td>
            <td>{user.lastSignInAt === null ? t('never') : formatDateTime(user.lastSignInAt)}</td>
            <td>
              <span className="table-actions">
                <Button onClick={() => onReset(user)}>{t('reset')}</Button>
                {user.active ? <Button kind="danger" onClick={() => onDeactivate(user)}>{t('deactivate')}</Button> : <Button onClick={() => onActivate(user)}>{t('activate')}</Button>}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
