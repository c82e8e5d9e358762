import './documents.css';
import { useRef, useState } from 'react';
import { useLasting, useShortcuts, useT } from '../../../app/hooks.ts';
import { Button, EmptyState, Notice, StepFrame } from '../../../ui/index.ts';
import type { StepProps } from '../dossier/step-props.ts';
import { AddPaperDialog } from './AddPaperDialog.tsx';
import { KeptPages } from './KeptPages.tsx';
import { PageCapturePane } from './PageCapturePane.tsx';
import { PaperDetails } from './PaperDetails.tsx';
import { PaperList } from './PaperList.tsx';
import { usePageCapture } from './use-page-capture.ts';
import { usePaperWords } from './use-paper-words.ts';
import { usePapers, type Removed } from './use-papers.ts';

/** Step 5: the papers that the case demands and whatever else was shown, noted and photographed page by page. */
export function DocumentsStep({ dossier, open, notices, saved, next, back }: StepProps) {
  const t = useT('papers');
  const words = usePaperWords();
  const papers = usePapers(dossier, open);
  const { rows, chosen, removed } = papers;
  const [adding, setAdding] = useState(false);
  const capture = usePageCapture(dossier, chosen, papers.accept);
  const { phase } = capture.capturing.view;
  const keeping = useLasting(capture.keeping);
  const numberField = useRef<HTMLInputElement>(null);
  const isStill = capture.still !== undefined;
  const go = isStill ? capture.keep : capture.active ? undefined : next;
  const add = (): void => setAdding(true);
  const takesPage = chosen !== undefined && (!capture.active || phase === 'live');
  useShortcuts([
    { key: 'F12', run: () => go?.(), enabled: go !== undefined }, { key: 'Enter', run: capture.keep, enabled: isStill },
    { key: 'Escape', run: capture.active ? capture.stop : back }, { key: 'F9', run: capture.take, enabled: takesPage },
    { key: 'F8', run: capture.again, enabled: isStill }, { key: 'F7', run: isStill ? capture.turn : add, enabled: isStill || !capture.active }, { key: 'F6', run: papers.undo, enabled: removed !== undefined },
  ]);
  return (
    <StepFrame
      title={t('title')} scroll={false} aside={keeping ? t('keeping') : saved}
      notices={<>{notices}{removed !== undefined && <RemovedNotice removed={removed} onUndo={papers.undo} />}</>}
      actions={<>
        <Button shortcut="Esc" onClick={capture.active ? capture.stop : back}>{t(capture.active ? 'capture.stop' : 'back')}</Button>
        {!capture.active && <Button shortcut="F7" onClick={add}>{t('add')}</Button>}
      </>}
      moreActions={<>
        {isStill && <Button shortcut="F7" onClick={capture.turn}>{t('capture.turn')}</Button>}
        {isStill && <Button shortcut="F8" onClick={capture.again}>{t('capture.again')}</Button>}
        {takesPage && <Button shortcut="F9" onClick={capture.take}>{t(capture.active ? 'capture.now' : (chosen.entry?.pages.length ?? 0) === 0 ? 'capture.first' : 'capture.next')}</Button>}
      </>}
      primary={isStill
        ? <Button kind="primary" shortcut="F12" busy={capture.keeping} onClick={capture.keep}>{t('capture.keep')}</Button>
        : <Button kind="primary" shortcut="F12" disabled={capture.active} onClick={next}>{t('next')}</Button>}
    >
      <div className="papers">
        <aside className="papers-side">
          {rows.length === 0 ? <p className="muted">{t('none')}</p> : <PaperList rows={rows} chosen={chosen} onChoose={(row) => { capture.stop(); papers.choose(row); }} />}
          <p className="muted papers-note">{t('note')}</p>
        </aside>
        {chosen === undefined
          ? <EmptyState title={t('nothing-demanded')}>{t('nothing-demanded.text')}</EmptyState>
          : (
            <div className="paper">
              {capture.active
                ? <PageCapturePane capture={capture} paper={words.name(chosen)} />
                : <>
                  <PaperDetails key={papers.fieldsKey} row={chosen} numberField={numberField} onSave={papers.save} onRemove={papers.removePaper} />
                  <KeptPages dossier={dossier} row={chosen} shownId={papers.shownPageId} hasCamera={capture.hasCamera} onShow={papers.showPage} onMove={papers.movePage} onRemove={papers.removePage} />
                </>}
            </div>
          )}
      </div>
      <AddPaperDialog open={adding} onClose={() => setAdding(false)} onAdd={(kind) => { setAdding(false); void papers.add(kind).then(() => numberField.current?.focus()); }} />
    </StepFrame>
  );
}

function RemovedNotice({ removed, onUndo }: { readonly removed: Removed; readonly onUndo: () => void }) {
  const t = useT('papers');
  const words = usePaperWords();
  return <Notice tone="now" title={removed.what === 'paper' ? t('removed.paper', { paper: words.name(removed) }) : t('removed.page', { n: removed.n })} action={{ label: t('undo'), run: onUndo, shortcut: 'F6' }} />;
}
