import { expectedFingers, FINGERPRINT_SLOTS, type CaptureSlot, type Finger, type FingerprintSlot } from '../../electron/core/dossier/capture-slots.ts';
import { useT } from '../i18n/i18n.ts';
import { GuideHands } from './GuideHands.tsx';

const isPrint = (slot: CaptureSlot): slot is FingerprintSlot => (FINGERPRINT_SLOTS as readonly string[]).includes(slot);
const GROUPS = ['right-four', 'left-four', 'thumbs', 'portrait', 'signature'] as const;

/** What to do now, as one sentence and one picture. Nothing of how well it went. */
export function GuidePanel({ slot, missing }: { readonly slot: CaptureSlot; readonly missing: readonly Finger[] }) {
  const t = useT('citizen');
  const fingers = isPrint(slot) ? expectedFingers(slot, new Set(missing)) : [];
  const group = GROUPS.find((one) => one === slot);
  const [only] = fingers;
  const sentence = group !== undefined ? t(`guide.${group}`) : t(slot.startsWith('rolled-') ? 'guide.rolled' : 'guide.single', { finger: only === undefined ? '' : t(`finger.${only}`) });
  return (
    <div className="citizen-guide" role="status">
      <h1>{sentence}</h1>
      <p>{t(isPrint(slot) ? 'guide.print.text' : slot === 'portrait' ? 'guide.portrait.text' : 'guide.signature.text')}</p>
      {slot === 'portrait' ? <PortraitPicture label={sentence} /> : slot === 'signature' ? <PenPicture label={sentence} /> : <GuideHands fingers={new Set(fingers)} label={sentence} />}
    </div>
  );
}

/** A face looking straight ahead, both ears free, and the camera it looks at. */
function PortraitPicture({ label }: { readonly label: string }) {
  return (
    <svg className="guide-picture" viewBox="0 0 360 260" role="img" aria-label={label}>
      <path className="guide-body" d="M70 260 Q76 196 150 184 L210 184 Q284 196 290 260 Z" />
      <ellipse className="guide-body" cx={116} cy={106} rx={12} ry={20} />
      <ellipse className="guide-body" cx={244} cy={106} rx={12} ry={20} />
      <ellipse className="guide-body" cx={180} cy={104} rx={64} ry={80} />
      <path className="guide-line" d="M150 96 h16 M194 96 h16 M180 104 v24 M160 146 q20 10 40 0" />
      <ellipse className="guide-now" cx={180} cy={106} rx={96} ry={104} />
    </svg>
  );
}

function PenPicture({ label }: { readonly label: string }) {
  return (
    <svg className="guide-picture" viewBox="0 0 360 220" role="img" aria-label={label}>
      <rect className="guide-body" x={30} y={60} width={300} height={140} rx={12} />
      <path className="guide-line" d="M60 168 h240" />
      <path className="guide-now" d="M80 150 q20 -46 34 0 t34 -4 q16 -40 26 4 t50 -14" />
      <path className="guide-pen" d="M224 136 l62 -104 l18 10 l-62 104 l-20 8 Z" />
    </svg>
  );
}
