import type { HostStatus } from '../../../electron/contract/page.ts';
import type { WireError } from '../../../electron/core/errors/app-error.ts';
import { useShortcuts, useStation } from '../../app/hooks.ts';
import { useT } from '../../i18n/i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { Shape } from '../../ui/Shape.tsx';

const TITLED = [
  'store.corrupt', 'store.wrong-key', 'store.foreign', 'store.newer', 'store.full', 'store.clock-back', 'store.in-use', 'store.read-only',
  'store.audit-broken', 'keys.unavailable', 'keys.damaged', 'host.parked', 'host.wrong-runtime',
] as const;

/** The station can't start: what happened, what to do, and that nothing was lost. */
export function BlockedScreen({ error, host = 'store-host' }: { readonly error: WireError; readonly host?: HostStatus['host'] }) {
  const t = useT('shell');
  const words = useT('errors');
  const { bridge } = useStation();
  const titled = TITLED.find((code) => code === error.code);
  const retry = (): void => void bridge.restartHost(host);
  useShortcuts([{ key: 'F5', run: retry }]);
  return (
    <main className="boot">
      <div className="boot-card" role="alert">
        <p className="boot-mark"><Shape name="square" /></p>
        <h1>{t(titled === undefined ? 'boot.blocked.other' : `boot.blocked.${titled}`)}</h1>
        <p className="boot-words">{words(error.code, error.detail)}</p>
        <p className="boot-words boot-calm">{t('boot.blocked.untouched')}</p>
        <div className="boot-actions">
          <Button onClick={() => void bridge.quit()}>{t('quit')}</Button>
          <Button kind="primary" shortcut="F5" onClick={retry} autoFocus>{t('retry')}</Button>
        </div>
        <p className="code">{error.code}</p>
      </div>
    </main>
  );
}
