import { navigate, useSession, useT } from '../../app/hooks.ts';
import { Notice } from '../../ui/index.ts';
import { useWaitingVoids } from './use-fee-day.ts';

/** Tells the chief at their own desk that receipts wait for a decision. */
export function WaitingVoidsNotice() {
  const t = useT('fees');
  const desk = useT('desk');
  const { value } = useWaitingVoids(useSession()?.user?.role === 'chief');
  if (value === undefined || value.length === 0) return null;
  return <Notice tone="look" title={t('voids.notice', { count: value.length })} action={{ label: desk('show'), run: () => navigate({ name: 'fees' }) }} />;
}
