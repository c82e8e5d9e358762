import type { FingerprintSlot } from '../../../../electron/core/dossier/capture-slots.ts';
import { useT } from '../../../app/hooks.ts';

export type CapturedSlotsProps = {
  readonly slots: readonly FingerprintSlot[];
  readonly shown: FingerprintSlot | undefined;
  /** `undefined` while another capture runs: the large image is taken. */
  readonly onLook: ((slot: FingerprintSlot) => void) | undefined;
  readonly onRedo: (slot: FingerprintSlot) => void;
};

/** What is kept already, each with the way to capture it once more. */
export function CapturedSlots({ slots, shown, onLook, onRedo }: CapturedSlotsProps) {
  const t = useT('enrolment');
  if (slots.length === 0) return null;
  return (
    <ul className="captured">
      {slots.map((slot) => (
        <li key={slot}>
          <button type="button" className="captured-slot" aria-pressed={slot === shown} disabled={onLook === undefined} onClick={() => onLook?.(slot)}>
            <span className="tone-done" aria-hidden="true">✓ </span>{t(`slot.${slot}`)}
          </button>
          <button type="button" className="link" aria-label={`${t('capture.redo')}: ${t(`slot.${slot}`)}`} onClick={() => onRedo(slot)}>{t('capture.retake')}</button>
        </li>
      ))}
    </ul>
  );
}
