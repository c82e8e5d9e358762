import { useRef, useState } from 'react';
import { useShortcuts } from '../../../app/hooks.ts';
import { useT } from '../../../i18n/i18n.ts';
import { Button, Choice, EmptyState, Field, Shape, StepFrame, type ShapeName } from '../../../ui/index.ts';
import type { LogLine } from '../../../../electron/contract/technician.ts';
import type { PaneProps } from '../pane.ts';
import { detailText, filterLog, NO_FILTER, type LogFilter } from './filter-log.ts';
import { useDeviceLog } from './use-device-log.ts';
import { useLogWords } from './log-words.ts';

const SHAPES: Readonly<Record<LogLine['level'], ShapeName>> = { info: 'circle', look: 'triangle', stop: 'square' };
const TONES: Readonly<Record<LogLine['level'], string>> = { info: 'muted', look: 'tone-look', stop: 'tone-stop' };
const EVERY = '-';
const SECONDS = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Ho_Chi_Minh', hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' });

/** The devices' log, live, newest on top, with a filter. */
export function LogPane({ head }: PaneProps) {
  const t = useT('technician');
  const words = useLogWords();
  const [paused, setPaused] = useState(false);
  const [filter, setFilter] = useState<LogFilter>(NO_FILTER);
  const field = useRef<HTMLInputElement>(null);
  const lines = useDeviceLog(paused);
  const shown = filterLog(lines, filter, words);
  const devices = [...new Set(lines.map(({ deviceId }) => deviceId))].toSorted();
  // Out of the field, so that digits choose panes again.
  const clear = (): void => {
    setFilter(NO_FILTER);
    field.current?.blur();
  };
  useShortcuts([
    { key: 'F12', run: () => setPaused(!paused) }, { key: 'F3', run: () => field.current?.focus() }, { key: 'F9', run: () => setFilter({ ...filter, troubleOnly: !filter.troubleOnly }) },
    { key: 'Escape', run: () => clear() },
  ]);
  return (
    <StepFrame
      title={t('title')} head={head} aside={t('log.count', { shown: shown.length, all: lines.length })} scroll={false}
      actions={<Button shortcut="Esc" onClick={clear}>{t('log.clear')}</Button>}
      primary={<Button kind="primary" shortcut="F12" pressed={paused} onClick={() => setPaused(!paused)}>{t(paused ? 'log.goOn' : 'log.pause')}</Button>}
    >
      <div className="device-log" id="technician-pane" role="tabpanel" aria-labelledby="tab-log">
        <div className="log-filter">
          <Field label={`${t('log.filter')} (F3)`} value={filter.text} onChange={(text) => setFilter({ ...filter, text })} ref={field} maxLength={100} />
          <Choice label={t('log.device')} value={filter.deviceId === '' ? EVERY : filter.deviceId} onChange={(id) => setFilter({ ...filter, deviceId: id === EVERY ? '' : id })} options={[{ value: EVERY, label: t('log.every') }, ...devices.map((id) => ({ value: id, label: id }))]} />
          <Button shortcut="F9" pressed={filter.troubleOnly} onClick={() => setFilter({ ...filter, troubleOnly: !filter.troubleOnly })}>{t('log.trouble')}</Button>
        </div>
        {lines.length === 0 && <EmptyState title={t('log.empty')}>{t('log.emptyAbout')}</EmptyState>}
        {lines.length > 0 && shown.length === 0 && <EmptyState title={t('log.nothing')}>{t('log.nothingAbout')}</EmptyState>}
        {shown.length > 0 && (
          <div className="log-scroll" tabIndex={0} role="region" aria-label={t('pane.log')}>
            <table className="table log-table">
              <thead><tr><th scope="col">{t('log.time')}</th><th scope="col">{t('log.what')}</th><th scope="col">{t('log.device')}</th><th scope="col">{t('log.detail')}</th></tr></thead>
              <tbody>{shown.map((line) => (
                <tr key={line.seq}>
                  <td className="log-time">{SECONDS.format(new Date(line.at))}</td>
                  <td><span className={TONES[line.level]}><Shape name={SHAPES[line.level]} /></span> {words(line)}</td>
                  <td className="code">{line.deviceId}</td>
                  <td className="code log-detail">{line.code} {detailText(line)}</td>
                </tr>
              ))}</tbody>
            </table>
          </div>
        )}
      </div>
    </StepFrame>
  );
}
