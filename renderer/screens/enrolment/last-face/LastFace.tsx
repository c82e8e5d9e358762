import { useEffect, useEffectEvent } from 'react';
import { formatDateTime, formatPartialDate } from '../../../../electron/core/time/format.ts';
import { useLasting, useT } from '../../../app/hooks.ts';
import { useBlobUrl } from '../capture/use-blob-url.ts';
import { Silhouette } from './Silhouette.tsx';
import { useDossierFace, useFoundFace, type KnownFace, type LastFaceAnswer } from './use-last-face.ts';
import './last-face.css';

type Place = 'find' | 'check' | 'capture' | 'review';

/** The face of the person chosen in a look-up's result. */
export const FoundFace = ({ lookupId, index }: { readonly lookupId: string; readonly index: number }) => <LastFace place="find" answer={useFoundFace(lookupId, index)} />;

type DossierFaceProps = { readonly dossierId: string; readonly place: Place; /** The database has answered: what the rules say of the dossier may have changed. */ readonly onAnswer?: () => void };

/** The face beside which the citizen and their new portrait are looked at. */
export function DossierFace({ dossierId, place, onAnswer }: DossierFaceProps) {
  const answer = useDossierFace(dossierId);
  const isAnswered = answer.face !== undefined;
  const tell = useEffectEvent(() => onAnswer?.());
  useEffect(() => {
    if (isAnswered) tell();
  }, [isAnswered]);
  return <LastFace place={place} answer={answer} />;
}

/** Takes the same room before, with and without a picture: nothing moves when it comes. */
function LastFace({ place, answer: { face, error, kept } }: { readonly place: Place; readonly answer: LastFaceAnswer }) {
  const t = useT('find');
  const errors = useT('errors');
  const isAsked = face === undefined;
  const isSlow = useLasting(isAsked);
  if (face) return <Picture place={place} face={face} kept={kept} />;
  const words = error !== null ? `${t('last-face.failed')} ${errors(error.code)}` : face === null ? t('last-face.none') : isSlow ? t('last-face.asked') : '';
  return (
    <figure className={`last-face last-face-${place}`} aria-busy={isAsked}>
      <div className={`last-face-picture last-face-empty${isAsked ? ' last-face-asked' : ''}`}>{isAsked && <Silhouette />}{words !== '' && <p>{words}</p>}</div>
      <figcaption>{t('last-face.title')}</figcaption>
    </figure>
  );
}

function Picture({ place, face, kept }: { readonly place: Place; readonly face: KnownFace; readonly kept: boolean }) {
  const t = useT('find');
  const url = useBlobUrl(face.bytes, face.mediaType);
  const issued = t('last-face.issued', { date: formatPartialDate(face.issuedOn) });
  return (
    <figure className={`last-face last-face-${place}`}>
      <div className="last-face-picture">{url === undefined ? <Silhouette /> : <img src={url} alt={`${t('last-face.title')}. ${issued}`} width={face.widthPx} height={face.heightPx} />}</div>
      <figcaption>{t('last-face.title')}<span>{issued}</span>{kept && <span>{t('last-face.seen', { at: formatDateTime(face.seenAt) })}</span>}</figcaption>
    </figure>
  );
}
