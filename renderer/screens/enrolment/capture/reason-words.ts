import { useT } from '../../../app/hooks.ts';
import { RETAKE_REASONS, type RetakeReason } from './RetakeDialog.tsx';

const KNOWN: readonly RetakeReason[] = Object.values(RETAKE_REASONS).flat();

/** Words for a recorded retake reason; anything else is shown as it was written. */
export function useReasonWords(): (reason: string) => string {
  const t = useT('enrolment');
  return (reason) => {
    const known = KNOWN.find((r) => r === reason);
    return known === undefined ? reason : t(`capture.retake.${known}`);
  };
}
