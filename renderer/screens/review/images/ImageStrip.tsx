import { useState } from 'react';
import type { Dossier } from '../../../../electron/contract/dossier.ts';
import { CAPTURE_SLOTS } from '../../../../electron/core/dossier/capture-slots.ts';
import { useT } from '../../../app/hooks.ts';
import { CaptureImage } from './CaptureImage.tsx';
import { Thumbnail } from './Thumbnail.tsx';

/** The order in which a face, the hands and the signature are looked at. */
const ORDER = ['portrait', ...CAPTURE_SLOTS.filter((slot) => slot !== 'portrait')] as const;

/** A filmstrip and the chosen image large; arrows walk along the strip. */
export function ImageStrip({ dossier }: { readonly dossier: Dossier }) {
  const t = useT('review');
  const words = useT('enrolment');
  const captures = dossier.captures.toSorted((a, b) => ORDER.indexOf(a.slot) - ORDER.indexOf(b.slot));
  const [chosenId, setChosenId] = useState<string>();
  const chosen = captures.find((c) => c.id === chosenId) ?? captures[0];
  if (chosen === undefined) return <p className="muted">{t('images.none')}</p>;
  const walk = (by: number): void => {
    const to = captures[Math.min(captures.length - 1, Math.max(0, captures.indexOf(chosen) + by))];
    if (to === undefined) return;
    setChosenId(to.id);
    document.getElementById(`film-${to.id}`)?.focus();
  };
  return (
    <div className="film">
      <div className="film-strip" role="tablist" aria-label={t('images.strip')} onKeyDown={(event) => {
        if (event.key === 'ArrowRight') walk(1);
        if (event.key === 'ArrowLeft') walk(-1);
      }}>
        {captures.map((capture) => (
          <button
            key={capture.id} id={`film-${capture.id}`} type="button" role="tab" aria-selected={capture === chosen} tabIndex={capture === chosen ? 0 : -1}
            className="film-frame" onClick={() => setChosenId(capture.id)}
          >
            <Thumbnail dossierId={dossier.id} capture={capture} />
            <span>{words(`slot.${capture.slot}`)}</span>
          </button>
        ))}
      </div>
      <div className="film-large" role="tabpanel" aria-label={words(`slot.${chosen.slot}`)}><CaptureImage dossierId={dossier.id} capture={chosen} /></div>
      <p className="muted film-keys">{t('images.keys')}</p>
    </div>
  );
}
