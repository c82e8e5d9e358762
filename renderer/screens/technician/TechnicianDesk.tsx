import { useRef, useState, type ComponentType, type KeyboardEvent } from 'react';
import { useShortcuts } from '../../app/hooks.ts';
import { useT } from '../../i18n/i18n.ts';
import { BundlePane } from './bundle/BundlePane.tsx';
import { DevicesPane } from './devices/DevicesPane.tsx';
import { HealthPane } from './health/HealthPane.tsx';
import { LogPane } from './log/LogPane.tsx';
import type { PaneProps } from './pane.ts';
import { SettingsPane } from './SettingsPane.tsx';
import './technician.css';

const PANES = ['devices', 'health', 'log', 'settings', 'bundle'] as const;
type PaneName = (typeof PANES)[number];
const SCREENS: Readonly<Record<PaneName, ComponentType<PaneProps>>> = { devices: DevicesPane, health: HealthPane, log: LogPane, settings: SettingsPane, bundle: BundlePane };

/** The technician's desk: five panes, nothing of a citizen. Digits and arrows change the pane. */
export function TechnicianDesk() {
  const [pane, setPane] = useState<PaneName>('devices');
  useShortcuts(PANES.map((name, index) => ({ key: String(index + 1), run: () => setPane(name) })));
  const Screen = SCREENS[pane];
  return <Screen key={pane} head={<Tabs pane={pane} choose={setPane} />} />;
}

function Tabs({ pane, choose }: { readonly pane: PaneName; readonly choose: (pane: PaneName) => void }) {
  const t = useT('technician');
  const row = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent): void => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (by === 0) return;
    event.preventDefault();
    const next = (PANES.indexOf(pane) + by + PANES.length) % PANES.length;
    choose(PANES[next]!);
    row.current?.querySelectorAll('button')[next]?.focus();
  };
  return (
    <div className="technician-head">
      <span className="technician-title" aria-hidden="true">{t('title')}</span>
      <div className="technician-tabs" role="tablist" aria-label={t('panes')} ref={row} onKeyDown={move}>
        {PANES.map((name, index) => (
          <button key={name} type="button" role="tab" id={`tab-${name}`} aria-selected={name === pane} aria-controls="technician-pane" aria-keyshortcuts={String(index + 1)} tabIndex={name === pane ? 0 : -1} className="technician-tab" onClick={() => choose(name)}>
            <kbd className="key" aria-hidden="true">{index + 1}</kbd>{t(`pane.${name}`)}
          </button>
        ))}
      </div>
    </div>
  );
}
