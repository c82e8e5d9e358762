import { useRef, useState, type FormEvent, type KeyboardEvent, type ReactNode } from 'react';
import type { Reply } from '../../../electron/contract/call.ts';
import { useCall } from '../../app/hooks.ts';
import { useT } from '../../i18n/i18n.ts';
import { ErrorNotice, Notice } from '../../ui/Notice.tsx';
import { Field } from '../../ui/Field.tsx';
import { Shape } from '../../ui/Shape.tsx';
import { useCountdown, waitSeconds } from './countdown.ts';

export type CredentialFormProps = {
  readonly submitLabel: string;
  readonly send: (password: string) => Promise<Reply<unknown>>;
  /** False while another field of the form is still empty. */
  readonly ready?: boolean;
  readonly autoFocus?: boolean;
  readonly before?: ReactNode;
  readonly bar: (busy: boolean) => ReactNode;
};

/** A password and everything that can be wrong with it: Caps Lock, a wrong try, the growing wait after several. */
export function CredentialForm({ send, ready = true, autoFocus = true, before, bar, submitLabel }: CredentialFormProps) {
  const t = useT('signin');
  const [password, setPassword] = useState('');
  const [caps, setCaps] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const call = useCall(send);
  const seconds = useCountdown(waitSeconds(call.error), call.error);
  const onSubmit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!ready || call.busy || seconds > 0) return;
    if (password === '') return field.current?.focus();
    const reply = await call.run(password);
    if (reply.ok) return;
    setPassword('');
    field.current?.focus();
  };
  const onKey = (event: KeyboardEvent): void => setCaps(event.getModifierState('CapsLock'));
  return (
    <form className="credentials" onSubmit={(event) => void onSubmit(event)} onKeyDown={onKey} onKeyUp={onKey} aria-label={submitLabel}>
      {before}
      <Field label={t('password')} type="password" value={password} onChange={setPassword} autoFocus={autoFocus} maxLength={200} autoComplete="current-password" ref={field} />
      {caps && <p className="caps-lock"><Shape name="triangle" /> {t('capsLock')}</p>}
      {seconds > 0
        ? <Notice tone="look" title={t('wait', { seconds })} code="session.wait" />
        : call.error?.code !== 'session.wait' && <ErrorNotice error={call.error} />}
      <div className="boot-actions">{bar(call.busy || seconds > 0)}</div>
    </form>
  );
}
