import { useState, type FormEvent } from 'react';
import { useT } from '../i18n/i18n.ts';
import { Button, Dialog, ErrorNotice, Field, Notice } from '../ui/index.ts';
import { useCall, useStore } from './hooks.ts';

export function ChangePassword({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const t = useT('shell');
  return <Dialog open={open} onClose={onClose} title={t('password.title')}><Form onClose={onClose} /></Dialog>;
}

function Form({ onClose }: { readonly onClose: () => void }) {
  const t = useT('shell');
  const change = useCall(useStore()['session.change-password']);
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [again, setAgain] = useState('');
  const [done, setDone] = useState(false);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (current === '' || next === '' || next !== again) return;
    setDone((await change.run({ current, next })).ok);
  };
  if (done) {
    return (
      <div className="dialog-body">
        <Notice tone="done" title={t('password.done')} />
        <div className="dialog-actions"><Button kind="primary" onClick={onClose} autoFocus>{t('close')}</Button></div>
      </div>
    );
  }
  return (
    <form className="dialog-body" onSubmit={(event) => void submit(event)}>
      <Field label={t('password.current')} type="password" value={current} onChange={setCurrent} autoFocus autoComplete="current-password" />
      <Field label={t('password.next')} hint={t('password.rule')} type="password" value={next} onChange={setNext} autoComplete="new-password" />
      <Field label={t('password.again')} type="password" value={again} onChange={setAgain} autoComplete="new-password" error={again !== '' && again !== next ? t('password.differs') : null} />
      <ErrorNotice error={change.error} />
      <div className="dialog-actions">
        <Button onClick={onClose} shortcut="Esc">{t('cancel')}</Button>
        <Button kind="primary" submit shortcut="Enter" busy={change.busy}>{t('save')}</Button>
      </div>
    </form>
  );
}
