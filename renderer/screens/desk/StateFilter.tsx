import { UnstyledButton } from '@mantine/core';
import type { DossierState } from '../../../electron/core/dossier/lifecycle.ts';
import { useT } from '../../i18n/i18n.ts';

/** One chip each; what has left the chief's desk and is on its way is one thing to the counter. */
export const FILTERS = [
  { name: 'draft', states: ['draft'] }, { name: 'captured', states: ['captured'] }, { name: 'submitted', states: ['submitted'] },
  { name: 'returned', states: ['returned'] }, { name: 'underway', states: ['approved', 'sealed', 'queued', 'uploading'] },
  { name: 'accepted', states: ['accepted'] }, { name: 'rejected', states: ['rejected'] }, { name: 'withdrawn', states: ['withdrawn'] },
] as const satisfies readonly { readonly name: string; readonly states: readonly DossierState[] }[];
export type FilterName = (typeof FILTERS)[number]['name'];

/** The states of the chosen chips; none chosen means all. */
export const statesOf = (chosen: readonly FilterName[]): readonly DossierState[] =>
  FILTERS.filter(({ name }) => chosen.includes(name)).flatMap(({ states }) => [...states]);

export type StateFilterProps = {
  readonly chosen: readonly FilterName[];
  readonly counts: Partial<Record<DossierState, number>>;
  readonly onChange: (chosen: readonly FilterName[]) => void;
};

/** Counts by state; a press filters by it. Chips that nobody is in are left out, so that the row stays short. */
export function StateFilter({ chosen, counts, onChange }: StateFilterProps) {
  const t = useT('desk');
  const words = useT('states');
  const chips = FILTERS.map(({ name, states }) => ({ name, count: states.reduce((sum, state) => sum + (counts[state] ?? 0), 0) }));
  const total = chips.reduce((sum, { count }) => sum + count, 0);
  return (
    <div className="state-filter" role="group" aria-label={t('filter')}>
      <Chip on={chosen.length === 0} label={t('all')} count={total} press={() => onChange([])} />
      {chips.filter(({ name, count }) => count > 0 || chosen.includes(name)).map(({ name, count }) => (
        <Chip key={name} on={chosen.includes(name)} label={name === 'underway' ? t('underway') : words(name)} count={count}
          press={() => onChange(chosen.includes(name) ? chosen.filter((n) => n !== name) : [...chosen, name])} />
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
