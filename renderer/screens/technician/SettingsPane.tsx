import { useState } from 'react';
import { useShortcuts } from '../../app/hooks.ts';
import { useT } from '../../i18n/i18n.ts';
import { Button, StepFrame } from '../../ui/index.ts';
import type { PaneProps } from './pane.ts';
import { Settings } from './Settings.tsx';

/** Every setting of the station with its origin. */
export function SettingsPane({ head }: PaneProps) {
  const t = useT('technician');
  const [asked, setAsked] = useState(0);
  const reload = (): void => setAsked((n) => n + 1);
  useShortcuts([{ key: 'F5', run: reload }]);
  return (
    <StepFrame title={t('title')} head={head} aside={t('privacy')} actions={<Button shortcut="F5" onClick={reload}>{t('reload')}</Button>}>
      <div className="technician" id="technician-pane" role="tabpanel" aria-labelledby="tab-settings"><Settings key={asked} /></div>
    </StepFrame>
  );
}
