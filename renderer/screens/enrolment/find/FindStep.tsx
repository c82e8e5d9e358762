import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { ISSUE_KINDS, type IssueKind } from '../../../../electron/core/dossier/steps.ts';
import { recognise } from '../../../../electron/core/person/find/recognise.ts';
import type { WireError } from '../../../../electron/core/errors/app-error.ts';
import { BusyButton } from '../../../app/BusyButton.tsx';
import { navigate, useDeviceEvent, useShortcuts, useStore, useT } from '../../../app/hooks.ts';
import { Observable } from '../../../app/observable.ts';
import { Button, ErrorNotice, Notice, StepFrame } from '../../../ui/index.ts';
import { goToOpened } from '../dossier/just-opened.ts';
import { EMPTY_BOX } from './box-text.ts';
import { FindForm } from './FindForm.tsx';
import { FindResult } from './FindResult.tsx';
import { takeScan } from './pending-scan.ts';
import type { Purpose } from './remembered-purpose.ts';
import { useFind } from './use-find.ts';
import { AdjustWay } from './ways/AdjustWay.tsx';
import { CreateWay } from './ways/CreateWay.tsx';
import { RefuseWay } from './ways/RefuseWay.tsx';
import type { Way } from './ways/way.ts';
import { useWedge } from './use-wedge.ts';

const kindOf = (purpose: Purpose): IssueKind | null => ISSUE_KINDS.find((kind) => kind === purpose) ?? null;
/** What a reader may have read here; anything else that came fast was typed. */
const isFromReader = (text: string): boolean => ['card', 'mrz', 'pid', 'old-id', 'unread'].includes(recognise(text, new Date().getFullYear()).kind);

type ReaderSays = 'repaired' | 'unknown-key' | 'keys-missing' | 'too-long';

/** Step 0: one look-up in the population database, one person chosen, one dossier opened. */
export function FindStep({ supersedes }: { /** The rejected dossier that the new one replaces. */ readonly supersedes: string | null }) {
  const t = useT('enrolment');
  const words = useT('find');
  const store = useStore();
  const find = useFind();
  const [opening] = useState(() => new Observable(false));
  const [refused, setRefused] = useState<WireError | null>(null);
  const [chosenKind, setKind] = useState<IssueKind | null>(null);
  const [reader, setReader] = useState<ReaderSays | null>(null);
  const [way, setWay] = useState<Way | null>(null);
  const forms = useT('forms');
  const who = useRef<HTMLInputElement>(null);
  const { answered } = find;
  const found = answered !== null && answered.lookup.people.length > 0;
  const kind = answered === null || kindOf(answered.purpose) === null ? null : (chosenKind ?? kindOf(answered.purpose));
  const look = (): void => {
    setReader(null);
    setKind(null);
    void find.look();
  };
  const scanned = (text: string, repaired: boolean): boolean => {
    if (!isFromReader(text)) return false;
    setReader(repaired ? 'repaired' : null);
    setKind(null);
    void find.look({ ...EMPTY_BOX, who: text });
    return true;
  };
  const open = async (): Promise<void> => {
    if (!found || kind === null || opening.get()) return;
    opening.set(true);
    setRefused(null);
    const reply = await store['dossier.open']({ lookupId: answered.lookup.lookupId, index: find.index, kind, supersedes });
    opening.set(false);
    if (reply.ok) goToOpened(reply.value);
    else setRefused(reply.error);
  };
  /** Selecting alone moves the focus in some engines only. */
  const retype = (): void => {
    who.current?.focus();
    who.current?.select();
  };
  const leave = (): void => navigate({ name: 'desk' });
  const lookUpScan = (text: string): void => {
    if (!scanned(text, false)) find.setBox({ ...EMPTY_BOX, who: text });
  };
  const lookUpHeld = useEffectEvent((text: string) => lookUpScan(text));
  useEffect(() => {
    who.current?.focus();
    const held = takeScan();
    if (held !== undefined) queueMicrotask(() => lookUpHeld(held));
  }, []);
  useDeviceEvent('scan', ({ text }) => lookUpScan(text));
  useDeviceEvent('scan.fault', ({ why }) => setReader(why === 'too-long' ? 'too-long' : 'unknown-key'));
  useWedge({ onCode: scanned, onRefused: setReader });
  const absent = answered?.lookup.outcome === 'not-found' && kind !== null;
  const other: Way = absent ? 'create' : 'adjust';
  const mayTurn = kind !== null && (found || absent) && supersedes === null;
  const begin = (chosen: Way): (() => void) => () => setWay(chosen);
  useShortcuts([
    { key: 'F12', run: () => (found ? void open() : look()), enabled: way === null }, { key: 'Escape', run: leave, enabled: way === null },
    { key: 'F6', run: begin(other), enabled: mayTurn && way === null }, { key: 'F7', run: begin('refuse'), enabled: mayTurn && way === null },
  ]);
  if (way !== null && answered !== null && kind !== null) {
    const about = { lookup: answered.lookup, index: find.index, kind, onBack: () => setWay(null) };
    if (way === 'refuse') return <RefuseWay {...about} />;
    return way === 'adjust' ? <AdjustWay {...about} /> : <CreateWay {...about} known={{}} />;
  }

  return (
    <StepFrame
      title={t('find.title')}
      notices={reader !== null && <Notice tone={reader === 'repaired' ? 'now' : 'look'} title={words(`reader.${reader}`)} />}
      actions={<Button shortcut="Esc" onClick={leave}>{t('find.back')}</Button>}
      moreActions={mayTurn && <>
        <Button shortcut="F7" onClick={begin('refuse')}>{forms('way.refuse')}</Button>
        <Button shortcut="F6" onClick={begin(other)}>{forms(`way.${other}`)}</Button>
      </>}
      primary={found
        ? <BusyButton during={opening} kind="primary" shortcut="F12" disabled={kind === null} onClick={() => void open()}>{t('find.open')}</BusyButton>
        : <Button kind="primary" shortcut="F12" busy={find.busy} onClick={look}>{t('find.search')}</Button>}
    >
      <div className="find">
        <FindForm find={find} whoRef={who} />
        <div className="find-outcome">
          <FindResult find={find} kind={kind} onKind={setKind} onOpen={() => void open()} onRetype={retype} />
          <ErrorNotice error={refused} />
        </div>
      </div>
    </StepFrame>
  );
}
