import type { KeyboardEvent } from 'react';
import type { DeviceView } from '../../../../electron/contract/device.ts';
import type { InventoryRow } from '../../../../electron/contract/technician.ts';
import { useObservable, useStation } from '../../../app/hooks.ts';
import { useT } from '../../../i18n/i18n.ts';
import { DEVICE_SHAPE, Shape, deviceStateKey, deviceTone } from '../../../ui/index.ts';

/** The entry of the camera that the page itself opens; it stands in no inventory of device-host. */
export const PAGE_CAMERA = 'page-camera';

type Props = { readonly rows: readonly InventoryRow[]; readonly chosen: string; readonly choose: (id: string) => void };

/** One line a device, with its state in shape, word and colour. Arrow keys move. */
export function DeviceList({ rows, chosen, choose }: Props) {
  const t = useT('technician');
  const states = useT('states');
  const camera = useObservable(useStation().camera.device);
  const ids = [...rows.map(({ id }) => id), PAGE_CAMERA];
  const move = (event: KeyboardEvent): void => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const next = ids[ids.indexOf(chosen) + by];
    if (by === 0 || next === undefined) return;
    event.preventDefault();
    choose(next);
  };
  return (
    <div className="device-list" role="listbox" aria-label={t('devices')} tabIndex={0} aria-activedescendant={`device-${ids.indexOf(chosen)}`} onKeyDown={move}>
      {rows.map((row, index) => (
        <div key={row.id} id={`device-${index}`} role="option" aria-selected={row.id === chosen} className="device-entry" onClick={() => choose(row.id)}>
          <strong>{states(`kind.${row.kind}`)}</strong>
          <State state={row.state} />
          <span className="device-facts">{row.model}{row.simulated && !row.driver.startsWith('sim-') ? ` · ${t('simulated')}` : ''}</span>
          {row.errorsToday > 0 && <span className="device-errors tone-look">{t('errorsToday', { count: row.errorsToday })}</span>}
        </div>
      ))}
      <div id={`device-${rows.length}`} role="option" aria-selected={chosen === PAGE_CAMERA} className="device-entry" onClick={() => choose(PAGE_CAMERA)}>
        <strong>{t('pageCamera')}</strong>
        {camera === null ? <span className="muted">{t('notUsed')}</span> : <State state={camera.state} />}
        <span className="device-facts">{camera === null ? t('pageCamera.off') : camera.model}</span>
      </div>
    </div>
  );
}

function State({ state }: { readonly state: DeviceView['state'] }) {
  const states = useT('states');
  const tone = deviceTone(state);
  return <span className={`device-dot tone-${tone}`}><Shape name={DEVICE_SHAPE[tone]} />{states(deviceStateKey(state))}</span>;
}
