import { UnstyledButton } from '@mantine/core';
import type { DossierState } from '../../../electron/core/dossier/lifecycle.ts';
import { useT } from '../../i18n/i18n.ts';

export type StateFilterProps = {
  readonly states: readonly DossierState[];
  readonly chosen: readonly DossierState[];
  readonly counts: Partial<Record<DossierState, number>>;
  readonly onChange: (chosen: readonly DossierState[]) => void;
};

/** Counts by state; a press filters by it. States that nobody is in are left out, so that the row stays short. */
export function StateFilter({ states, chosen, counts, onChange }: StateFilterProps) {
  const t = useT('desk');
  const words = useT('states');
  const shown = states.filter((state) => (counts[state] ?? 0) > 0 || chosen.includes(state));
  const total = states.reduce((sum, state) => sum + (counts[state] ?? 0), 0);
  return (
    <div className="state-filter" role="group" aria-label={t('filter')}>
      <Chip on={chosen.length === 0} label={t('all')} count={total} press={() => onChange([])} />
      {shown.map((state) => (
        <Chip key={state} on={chosen.includes(state)} label={words(state)} count={counts[state] ?? 0}
          press={() => onChange(chosen.includes(state) ? chosen.filter((s) => s !== state) : [...chosen, state])} />
      ))}
    </div>
  );
}

function Chip({ on, label, count, press }: { readonly on: boolean; readonly label: string; readonly count: number; readonly press: () => void }) {
  return (
    <UnstyledButton className="chip" aria-pressed={on} onClick={press}>
      {label} <span className="chip-count">{count.toLocaleString('vi-VN')}</span>
    </UnstyledButton>
  );
}
