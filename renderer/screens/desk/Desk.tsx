import { useRef, useState, type KeyboardEvent } from 'react';
import type { Role } from '../../../electron/core/access/roles.ts';
import { navigate, useShortcuts, type View } from '../../app/hooks.ts';
import { useT } from '../../i18n/i18n.ts';
import { Button, EmptyState, ErrorNotice, Field, StepFrame } from '../../ui/index.ts';
import { AttentionBox } from './AttentionBox.tsx';
import { DossierList } from './DossierList.tsx';
import { StateFilter, statesOf, type FilterName } from './StateFilter.tsx';
import { moveSelection } from './selection.ts';
import { useDossierPages, type Row } from './use-dossier-pages.ts';
import './desk.css';

/** An officer's own unfinished dossier opens where it was left; everything else opens to be read. */
export const viewOf = (row: Row, role: Role): View =>
  role === 'officer' && (row.state === 'draft' || row.state === 'captured')
    ? { name: 'enrolment', dossierId: row.id }
    : { name: 'dossier', dossierId: row.id };

/** The first screen of an officer: find, what needs attention, the list. Chief and auditor read the same list. */
export function Desk({ role }: { readonly role: Role }) {
  const t = useT('desk');
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState<readonly FilterName[]>([]);
  const [selected, setSelected] = useState(0);
  const field = useRef<HTMLInputElement>(null);
  const pages = useDossierPages({ search, states: statesOf(chosen) });
  const { rows } = pages;
  const isOfficer = role === 'officer';
  const at = Math.min(selected, Math.max(0, rows.length - 1));
  const openRow = (row: Row | undefined): void => {
    if (row !== undefined) navigate(viewOf(row, role));
  };
  const startNew = (): void => navigate({ name: 'enrolment', dossierId: 'new' });
  const filter = (next: readonly FilterName[]): void => {
    setChosen(next);
    setSelected(0);
  };
  useShortcuts([
    { key: 'F2', run: startNew, enabled: isOfficer },
    { key: 'F3', run: () => (field.current?.focus(), field.current?.select()) },
    { key: 'Escape', run: () => (setSearch(''), filter([]), field.current?.focus()) },
  ]);
  const onKey = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') openRow(rows[at]);
    const next = moveSelection(event.key, at, rows.length);
    if (next === undefined) return;
    event.preventDefault();
    setSelected(next);
  };
  return (
    <StepFrame
      title={t('title')} scroll={false}
      head={
        <div className="desk-find">
          <Field ref={field} label={t('search')} labelHidden placeholder={t('search')} value={search} autoFocus maxLength={100} onKeyDown={onKey} onChange={(text) => (setSearch(text), setSelected(0))} />
          <StateFilter chosen={chosen} counts={pages.counts} onChange={filter} />
        </div>
      }
      notices={<><AttentionBox role={role} counts={pages.overall} show={(state) => filter([state])} /><ErrorNotice error={pages.error} action={{ label: t('reload'), run: pages.reload }} /></>}
      actions={<span className="muted">{t('searchHint')}</span>}
      moreActions={<Button shortcut="Enter" disabled={rows.length === 0} onClick={() => openRow(rows[at])}>{t('open')}</Button>}
      primary={isOfficer && <Button kind="primary" shortcut="F2" onClick={startNew}>{t('new')}</Button>}
    >
      <div className="desk" onKeyDown={onKey}>
        {pages.loaded && rows.length === 0
          ? <NoDossiers filtered={search !== '' || chosen.length > 0} isOfficer={isOfficer} />
          : <DossierList pages={pages} selected={at} onOpen={(index) => (setSelected(index), openRow(rows[index]))} label={t('title')} />}
        <SelectedRow row={rows[at]} />
      </div>
    </StepFrame>
  );
}

function NoDossiers({ filtered, isOfficer }: { readonly filtered: boolean; readonly isOfficer: boolean }) {
  const t = useT('desk');
  if (filtered) return <EmptyState title={t('none.title')}>{t('none.words')}</EmptyState>;
  return <EmptyState title={t('empty.title')}>{t(isOfficer ? 'empty.words' : 'empty.readOnly')}</EmptyState>;
}

/** The keys move the choice while focus stays in the search field, so a screen reader is told of it here. */
function SelectedRow({ row }: { readonly row: Row | undefined }) {
  const t = useT('desk');
  const states = useT('states');
  const words = row === undefined ? '' : t('rowName', { number: row.number, name: row.fullName, state: states(row.state) });
  return <p className="only-spoken" role="status">{words}</p>;
}
