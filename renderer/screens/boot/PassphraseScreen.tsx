import { useState, type FormEvent } from 'react';
import { useCall, useStation } from '../../app/hooks.ts';
import { useT } from '../../i18n/i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorNotice } from '../../ui/Notice.tsx';
import { Field } from '../../ui/Field.tsx';

/** A kiosk's own passphrase, asked where the system has no key store to rely on. */
export function PassphraseScreen({ first }: { readonly first: boolean }) {
  const t = useT('shell');
  const { bridge } = useStation();
  const submit = useCall(bridge.submitPassphrase);
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const differs = first && again !== '' && again !== passphrase;
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    if (passphrase !== '' && (!first || again === passphrase)) void submit.run(passphrase);
  };
  return (
    <main className="boot">
      <form className="boot-card boot-form" onSubmit={onSubmit}>
        <h1>{t(first ? 'boot.passphrase.first' : 'boot.passphrase.title')}</h1>
        <p className="boot-words">{t(first ? 'boot.passphrase.firstWords' : 'boot.passphrase.words')}</p>
        <Field label={t('boot.passphrase.label')} type="password" value={passphrase} onChange={setPassphrase} autoFocus />
        {first && <Field label={t('boot.passphrase.again')} type="password" value={again} onChange={setAgain} error={differs ? t('password.differs') : null} />}
        <ErrorNotice error={submit.error} />
        <div className="boot-actions">
          <Button onClick={() => void bridge.quit()}>{t('quit')}</Button>
          <Button kind="primary" submit shortcut="Enter" busy={submit.busy}>{t(first ? 'boot.passphrase.set' : 'boot.passphrase.open')}</Button>
        </div>
      </form>
    </main>
  );
}
