import { useT } from '../../../app/hooks.ts';
import { isErrorCode } from '../../../../electron/core/errors/app-error.ts';
import { NEXT_TRY } from '../../../../electron/core/biometrics/capture-policy/tries.ts';
import { USE_ANYWAY_REASONS } from './prints/UseAnywayDialog.tsx';
import { overrideOf } from './portrait/OverrideDialog.tsx';
import { RETAKE_REASONS, type RetakeReason } from './RetakeDialog.tsx';

const KNOWN: readonly RetakeReason[] = Object.values(RETAKE_REASONS).flat();

/** Words for the recorded reason of a try, of a retake or of an image taken all the same; anything else is shown as it was written. */
export function useReasonWords(): (reason: string) => string {
  const t = useT('enrolment');
  const tp = useT('portrait');
  const errors = useT('errors');
  return (reason) => {
    // A failed try is recorded as `code` or `code: what the code leaves open`.
    const code = reason.split(': ')[0];
    if (isErrorCode(code)) return errors(code);
    const override = overrideOf(reason);
    if (override !== undefined) return tp(`override.${override}`);
    const known = KNOWN.find((r) => r === reason);
    if (known !== undefined) return t(`capture.retake.${known}`);
    const used = USE_ANYWAY_REASONS.find((r) => r === reason);
    if (used !== undefined) return t(`capture.use-anyway.${used}`);
    return reason === NEXT_TRY ? t('capture.retake.next-try') : reason === 'advised' ? t('capture.retake.advised') : reason;
  };
}
