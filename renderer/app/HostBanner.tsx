import type { HostStatus } from '../../electron/contract/page.ts';
import { useT } from '../i18n/i18n.ts';
import { Notice } from '../ui/index.ts';
import { useBoot, useLasting, useStation } from './hooks.ts';

/** Says that a host restarts (without stopping anybody), or that it stopped for good and how to start it again. */
export function HostBanner() {
  const boot = useBoot();
  const t = useT('shell');
  if (boot.phase !== 'running') return null;
  return <div className="host-banners" role="region" aria-label={t('hosts')}>{boot.hosts.map((status) => <HostLine key={status.host} status={status} />)}</div>;
}

function HostLine({ status }: { readonly status: HostStatus }) {
  const t = useT('shell');
  const { bridge } = useStation();
  const parked = status.state === 'parked' || status.state === 'blocked';
  // A restart takes about a tenth of a second; nobody needs to read about that.
  const away = useLasting(status.state === 'restarting' || status.state === 'unresponsive');
  if (parked) {
    return (
      <Notice tone="stop" title={t(`parked.${status.host}`)} code={status.error?.code ?? 'host.parked'}
        action={{ label: t('retry'), run: () => void bridge.restartHost(status.host) }} />
    );
  }
  return away ? <Notice tone="look" title={t(`${status.state === 'unresponsive' ? 'silent' : 'restarting'}.${status.host}`)} /> : null;
}
