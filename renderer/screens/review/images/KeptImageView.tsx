import { useMemo } from 'react';
import type { Capture } from '../../../../electron/contract/dossier.ts';
import { useLasting, useT } from '../../../app/hooks.ts';
import { ErrorNotice, Progress, ZoomableImage } from '../../../ui/index.ts';
import { useBlobUrl } from '../../enrolment/capture/use-blob-url.ts';
import type { KeptImage } from './kept-image.ts';
import { parseSignature } from './signature-strokes.ts';
import { useImageWords } from './use-image-words.ts';
import { useKeptImage } from './use-kept-image.ts';

/** One image of a dossier as evidence: the stored bytes, zoomable, with what, when and on which device. */
export function KeptImageView({ dossierId, image: kept }: { readonly dossierId: string; readonly image: KeptImage }) {
  const t = useT('review');
  const words = useImageWords();
  const { image, error } = useKeptImage(dossierId, kept);
  const isDrawing = image?.mediaType === 'application/json';
  const url = useBlobUrl(isDrawing ? undefined : image?.bytes, image?.mediaType ?? '');
  const slow = useLasting(image === undefined && error === null);
  if (error !== null) return <ErrorNotice error={error} />;
  const { widthPx, heightPx } = kept.of === 'page' ? kept.page : kept.capture;
  if (isDrawing && kept.of === 'capture') return <SignatureDrawing bytes={image.bytes} capture={kept.capture} label={words.name(kept)} caption={words.caption(kept)} />;
  if (url !== undefined) return <ZoomableImage key={kept.id} src={url} alt={words.name(kept)} widthPx={widthPx} heightPx={heightPx} caption={words.caption(kept)} />;
  return slow ? <Progress label={t('images.loading')} /> : null;
}

type SignatureDrawingProps = { readonly bytes: Uint8Array; readonly capture: Pick<Capture, 'widthPx' | 'heightPx'>; readonly label: string; readonly caption: string };

/** Drawn from the pen's own samples, so that it stays sharp at any size. */
export function SignatureDrawing({ bytes, capture, label, caption }: SignatureDrawingProps) {
  const strokes = useMemo(() => parseSignature(bytes, capture), [bytes, capture]);
  if (strokes === undefined) return <ErrorNotice error={{ code: 'capture.image-damaged', detail: {} }} />;
  return (
    <figure className="signature-drawing">
      <svg viewBox={`0 0 ${strokes.widthPx} ${strokes.heightPx}`} role="img" aria-label={label}>
        {strokes.paths.map((path, i) => <path key={i} d={path} />)}
      </svg>
      {caption !== '' && <figcaption>{caption}</figcaption>}
    </figure>
  );
}
