import { useState } from 'react';
import type { Dossier } from '../../../../electron/contract/dossier.ts';
import { useT } from '../../../app/hooks.ts';
import { DossierFace } from '../../enrolment/last-face/LastFace.tsx';
import { imagesOf } from './kept-image.ts';
import { KeptImageView } from './KeptImageView.tsx';
import { Thumbnail } from './Thumbnail.tsx';
import { useImageWords } from './use-image-words.ts';

/** A filmstrip of what was captured and photographed, and the chosen image large; arrows walk along the strip. */
export function ImageStrip({ dossier }: { readonly dossier: Dossier }) {
  const t = useT('review');
  const words = useImageWords();
  const images = imagesOf(dossier);
  const [chosenId, setChosenId] = useState<string>();
  const chosen = images.find(({ id }) => id === chosenId) ?? images[0];
  if (chosen === undefined) return <p className="muted">{t('images.none')}</p>;
  const walk = (by: number): void => {
    const to = images[Math.min(images.length - 1, Math.max(0, images.indexOf(chosen) + by))];
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
        {images.map((image) => (
          <button
            key={image.id} id={`film-${image.id}`} type="button" role="tab" aria-selected={image === chosen} tabIndex={image === chosen ? 0 : -1}
            className="film-frame" onClick={() => setChosenId(image.id)}
          >
            <Thumbnail dossierId={dossier.id} image={image} />
            <span>{words.name(image)}</span>
          </button>
        ))}
      </div>
      <div className="film-beside">
        {chosen.of === 'capture' && chosen.capture.slot === 'portrait' && <DossierFace dossierId={dossier.id} place="review" />}
        <div className="film-large" role="tabpanel" aria-label={words.name(chosen)}><KeptImageView dossierId={dossier.id} image={chosen} /></div>
      </div>
      <p className="muted film-keys">{t('images.keys')}</p>
    </div>
  );
}
