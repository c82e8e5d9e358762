import type { HostStatus } from '../../../electron/contract/page.ts';
import { useBoot, useStation } from '../../app/hooks.ts';
import { useT } from '../../i18n/i18n.ts';
import { Button, Shape, type ShapeName } from '../../ui/index.ts';

const SHAPE: Readonly<Record<HostStatus['state'], ShapeName>> = { ready: 'circle', starting: 'triangle', unresponsive: 'triangle', restarting: 'triangle', parked: 'square', blocked: 'square' };
const TONE: Readonly<Record<HostStatus['state'], string>> = { ready: 'done', starting: 'look', unresponsive: 'look', restarting: 'look', parked: 'stop', blocked: 'stop' };

/** The processes behind the window, each of which may die and come back. */
export function HostRows() {
  const t = useT('technician');
  const boot = useBoot();
  const { bridge } = useStation();
  if (boot.phase !== 'running') return null;
  return (
    <section aria-label={t('hosts')}>
      <h2>{t('hosts')}</h2>
      <table className="table">
        <tbody>
          {boot.hosts.map(({ host, state, error }) => (
            <tr key={host}>
              <th scope="row">{t(`host.${host}`)}</th>
              <td><span className={`device-dot tone-${TONE[state]}`}><Shape name={SHAPE[state]} />{t(`hostState.${state}`)}</span> {error !== null && <span className="code">{error.code}</span>}</td>
              <td className="table-actions">{(state === 'parked' || state === 'blocked') && <Button onClick={() => void bridge.restartHost(host)}>{t('restart')}</Button>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
