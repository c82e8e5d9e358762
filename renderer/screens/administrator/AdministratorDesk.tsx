import { useCallback, useEffect, useState } from 'react';
import type { User } from '../../../electron/contract/session.ts';
import { useCall, useShortcuts, useStore } from '../../app/hooks.ts';
import { useT } from '../../i18n/i18n.ts';
import { Button, ConfirmDialog, Dialog, ErrorNotice, Notice, StepFrame } from '../../ui/index.ts';
import { CreateAccountForm } from './CreateAccountForm.tsx';
import { ResetPasswordForm } from './ResetPasswordForm.tsx';
import { UserTable } from './UserTable.tsx';

type Task = { readonly kind: 'create' } | { readonly kind: 'reset' | 'deactivate'; readonly user: User } | null;

/** Accounts and nothing else. */
export function AdministratorDesk() {
  const t = useT('admin');
  const store = useStore();
  const list = useCall(store['user.list']);
  const setActive = useCall(store['user.set-active']);
  const [users, setUsers] = useState<readonly User[]>([]);
  const [task, setTask] = useState<Task>(null);
  const [resetFor, setResetFor] = useState<string | null>(null);
  const { run } = list;
  const reload = useCallback(() => void run({}).then((reply) => reply.ok && setUsers(reply.value)), [run]);
  useEffect(reload, [reload]);
  useShortcuts([{ key: 'F2', run: () => setTask({ kind: 'create' }) }]);
  const close = (): void => setTask(null);
  const finish = (): void => (close(), reload());
  const switchActive = async (user: User, active: boolean): Promise<void> => {
    await setActive.run({ id: user.id, active });
    finish();
  };
  return (
    <StepFrame
      title={t('title')} aside={t('privacy')}
      notices={<>{resetFor !== null && <Notice tone="done" title={t('reset.done', { name: resetFor })} />}<ErrorNotice error={list.error ?? setActive.error} /></>}
      primary={<Button kind="primary" shortcut="F2" onClick={() => setTask({ kind: 'create' })}>{t('create')}</Button>}
    >
      <UserTable users={users} onReset={(user) => setTask({ kind: 'reset', user })} onDeactivate={(user) => setTask({ kind: 'deactivate', user })} onActivate={(user) => void switchActive(user, true)} />
      <Dialog open={task?.kind === 'create'} onClose={close} title={t('create')}><CreateAccountForm onDone={finish} onClose={close} /></Dialog>
      <Dialog open={task?.kind === 'reset'} onClose={close} title={task?.kind === 'reset' ? t('reset.title', { name: task.user.displayName }) : ''}>
        {task?.kind === 'reset' && <ResetPasswordForm user={task.user} onDone={() => (setResetFor(task.user.displayName), close())} onClose={close} />}
      </Dialog>
      <ConfirmDialog
        open={task?.kind === 'deactivate'} title={t('deactivate.title')} onClose={close} kind="danger" confirm={t('deactivate')} busy={setActive.busy}
        onConfirm={() => task?.kind === 'deactivate' && void switchActive(task.user, false)}
      >
        {task?.kind === 'deactivate' && <p>{t('deactivate.words', { name: task.user.displayName })}</p>}
      </ConfirmDialog>
    </StepFrame>
  );
}
