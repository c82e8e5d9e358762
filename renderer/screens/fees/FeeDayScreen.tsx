import '../enrolment/enrolment.css';
import './fees.css';
import { useState } from 'react';
import { dayAfter, formatPartialDate, localDay } from '../../../electron/core/time/format.ts';
import { navigate, useLasting, useSession, useShortcuts, useT } from '../../app/hooks.ts';
import { HOME } from '../../app/view.ts';
import { Button, Choice, EmptyState, ErrorNotice, Notice, Progress, StepFrame } from '../../ui/index.ts';
import { dong } from '../procedure/dong.ts';
import { AskVoidDialog } from './AskVoidDialog.tsx';
import { DaySheetDialog } from './DaySheetDialog.tsx';
import { FeeDayTable, mayAskVoid } from './FeeDayTable.tsx';
import { VoidDesk } from './VoidDesk.tsx';
import { useFeeDay, useWaitingVoids, type FeeDay } from './use-fee-day.ts';

/** The fees of a day: each receipt, void and exemption with the sum to hand over; for the chief first the voids to decide. */
export function FeeDayScreen() {
  const t = useT('fees');
  const me = useSession()?.user;
  const isOfficer = me?.role === 'officer';
  const [today] = useState(() => localDay(Date.now()));
  const [day, setDay] = useState(today);
  const [officerId, setOfficerId] = useState<string | null>(isOfficer ? (me?.id ?? null) : null);
  const [chosen, setChosen] = useState(0);
  const [dialog, setDialog] = useState<'print' | 'ask-void'>();
  const { value: sheet, error, reload } = useFeeDay(day, officerId);
  const voids = useWaitingVoids(me?.role === 'chief');
  const slow = useLasting(sheet === undefined && error === null);
  const row = sheet?.rows[Math.min(chosen, sheet.rows.length - 1)];
  const asks = isOfficer && row !== undefined && mayAskVoid(row);
  const prints = sheet !== undefined;
  const decides = (voids.value?.length ?? 0) > 0;
  const leave = (): void => navigate(HOME[me?.role ?? 'officer']);
  const turn = (by: number): void => {
    setDay(by > 0 && day >= today ? today : dayAfter(day, by));
    setChosen(0);
  };
  useShortcuts([
    { key: 'Escape', run: leave }, { key: 'F5', run: reload }, { key: 'PageUp', run: () => turn(-1) }, { key: 'PageDown', run: () => turn(1) },
    { key: 'F7', run: () => setDialog('ask-void'), enabled: asks }, { key: 'F10', run: () => setDialog('print'), enabled: prints },
  ]);
  return (
    <StepFrame
      title={t('title')} aside={sheet !== undefined && <Sums sheet={sheet} />}
      notices={<><ErrorNotice error={error ?? voids.error} />{isOfficer && sheet !== undefined && sheet.waitingVoids > 0 && <Notice tone="look" title={t('waiting', { count: sheet.waitingVoids })} />}</>}
      actions={<><Button shortcut="Esc" onClick={leave}>{t('back')}</Button>{isOfficer && <Button shortcut="F7" disabled={!asks} onClick={() => setDialog('ask-void')}>{t('ask-void')}</Button>}</>}
      primary={<Button kind={decides ? 'quiet' : 'primary'} shortcut="F10" disabled={!prints} onClick={() => setDialog('print')}>{t('print')}</Button>}
    >
      {voids.value !== undefined && voids.value.length > 0 && <VoidDesk voids={voids.value} onDecided={voids.reload} />}
      <div className="fee-day-bar">
        <Button shortcut="PgUp" onClick={() => turn(-1)}>{t('day.before')}</Button>
        <h2 aria-live="polite">{formatPartialDate(day)}{day === today && ` · ${t('today')}`}</h2>
        <Button shortcut="PgDn" disabled={day >= today} onClick={() => turn(1)}>{t('day.after')}</Button>
        {!isOfficer && <OfficerChoice sheet={sheet} value={officerId} onChange={setOfficerId} />}
      </div>
      {slow && <Progress label={t('loading')} />}
      {sheet?.rows.length === 0 && <EmptyState title={t('empty')}>{t(isOfficer ? 'empty.officer' : 'empty.text')}</EmptyState>}
      {sheet !== undefined && sheet.rows.length > 0 && <FeeDayTable rows={sheet.rows} chosen={chosen} onChoose={setChosen} everybody={officerId === null} />}
      {dialog === 'print' && <DaySheetDialog day={day} officerId={officerId} onClose={() => setDialog(undefined)} />}
      {dialog === 'ask-void' && row !== undefined && <AskVoidDialog row={row} onClose={() => setDialog(undefined)} />}
    </StepFrame>
  );
}

function Sums({ sheet: { collectedDong, givenBackDong, handOverDong } }: { readonly sheet: FeeDay }) {
  const t = useT('fees');
  return <span>{t('sum.collected', { amount: dong(collectedDong) })} · {t('sum.given-back', { amount: dong(givenBackDong) })} · <strong className="fee-sum">{t('sum.hand-over', { amount: dong(handOverDong) })}</strong></span>;
}

const EVERYBODY = 'everybody';

/** Who took fees on the day; one officer's sheet is printed and signed, or everybody's with what each hands over. */
function OfficerChoice({ sheet, value, onChange }: { readonly sheet: FeeDay | undefined; readonly value: string | null; readonly onChange: (id: string | null) => void }) {
  const t = useT('fees');
  const officers = sheet?.officers ?? [];
  return (
    <Choice
      label={t('officer')} value={officers.some(({ id }) => id === value) ? (value ?? EVERYBODY) : EVERYBODY} onChange={(id) => onChange(id === EVERYBODY ? null : id)}
      options={[{ value: EVERYBODY, label: t('officer.all') }, ...officers.map(({ id, name }) => ({ value: id, label: name }))]}
    />
  );
}
