import type { PortraitAssessment } from '../../../../../electron/core/biometrics/face/assess-portrait.ts';
import { adviseOn } from '../../../../../electron/core/biometrics/face/portrait-advice.ts';
import { useT } from '../../../../app/hooks.ts';
import { LiveCanvas } from '../LiveCanvas.tsx';
import type { Capturing } from '../use-capture.ts';

type Props = { readonly session: Capturing['session']; readonly label: string; readonly seen: PortraitAssessment | null | undefined };

/** The live picture with the oval to aim at and, in large letters, the one thing to say to the citizen now. */
export function LivePortrait({ session, label, seen }: Props) {
  const t = useT('portrait');
  const good = seen?.ok === true;
  const advice = seen === null ? t('unchecked') : seen === undefined ? t('looking') : t(`advice.${adviseOn(seen.criteria)}`);
  return (
    <div className="pane">
      <p className={`portrait-advice ${good ? 'tone-done' : seen === undefined ? 'muted' : 'tone-look'}`} role="status">{seen != null && <span aria-hidden="true">{good ? '✓ ' : '▲ '}</span>}{advice}</p>
      <div className="live live-camera">
        <LiveCanvas session={session} label={label} />
        <svg className={`oval${good ? ' oval-good' : ''}`} viewBox="0 0 480 617" aria-hidden="true"><ellipse cx={240} cy={305} rx={112} ry={150} /><path d="M240 143v20M240 447v20M116 290h22M342 290h22" /></svg>
      </div>
    </div>
  );
}
