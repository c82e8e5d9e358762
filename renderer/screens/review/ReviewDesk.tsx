import './review.css';
import '../enrolment/enrolment.css';
import { useState } from 'react';
import { formatTime } from '../../../electron/core/time/format.ts';
import { useT } from '../../app/hooks.ts';
import { EmptyState, ErrorNotice, Notice } from '../../ui/index.ts';
import { WaitingVoidsNotice } from '../fees/WaitingVoidsNotice.tsx';
import { ReviewPane, type Decided } from './ReviewPane.tsx';
import { ReviewQueue } from './ReviewQueue.tsx';
import { useQueue } from './use-queue.ts';

/** The chief's desk: the queue left, the dossier right; after a decision the next one comes by itself. */
export function ReviewDesk() {
  const t = useT('review');
  const { rows, waiting, error, reload, loadMore } = useQueue();
  const [wantedId, setWantedId] = useState<string>();
  const [decided, setDecided] = useState<Decided>();
  const chosenId = rows?.find((row) => row.id === wantedId)?.id ?? rows?.[0]?.id;
  const onDecided = (done: Decided): void => {
    const index = rows?.findIndex((row) => row.id === chosenId) ?? -1;
    setDecided(done);
    setWantedId(rows?.[index + 1]?.id);
    reload();
  };
  const doneWords = decided === undefined ? null
    : <Notice tone="done" title={t(decided.how === 'approve' ? 'approve.done' : 'return.done', { number: decided.number, time: formatTime(decided.atMs) })} />;
  return (
    <div className="review">
      <section className="queue" aria-label={t('queue.title')}>
        <header className="queue-head"><h1>{t('queue.title')}</h1><span>{t('queue.count', { count: waiting })}</span></header>
        <ErrorNotice error={error} />
        <WaitingVoidsNotice />
        {doneWords}
        {rows !== undefined && rows.length > 0 && <ReviewQueue rows={rows} chosenId={chosenId} onChoose={setWantedId} onEnd={loadMore} />}
      </section>
      <div className="review-main">
        {rows?.length === 0 && <EmptyState title={t('queue.empty')}>{t('queue.empty.text')}</EmptyState>}
        {chosenId !== undefined && <ReviewPane key={chosenId} dossierId={chosenId} onDecided={onDecided} />}
      </div>
    </div>
  );
}
