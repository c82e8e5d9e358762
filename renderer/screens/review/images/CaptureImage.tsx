import { useMemo } from 'react';
import type { Capture } from '../../../../electron/contract/dossier.ts';
import { formatDateTime } from '../../../../electron/core/time/format.ts';
import { useLasting, useT } from '../../../app/hooks.ts';
import { ErrorNotice, Progress, ZoomableImage } from '../../../ui/index.ts';
import { useBlobUrl } from '../../enrolment/capture/use-blob-url.ts';
import { parseSignature } from './signature-strokes.ts';
import { useCaptureImage } from './use-capture-image.ts';

/** One capture of a dossier as evidence: the stored bytes, zoomable, with what, when, on which device and which try. */
export function CaptureImage({ dossierId, capture }: { readonly dossierId: string; readonly capture: Capture }) {
  const t = useT('review');
  const words = useT('enrolment');
  const { image, error } = useCaptureImage(dossierId, capture);
  const isDrawing = image?.mediaType === 'application/json';
  const url = useBlobUrl(isDrawing ? undefined : image?.bytes, image?.mediaType ?? '');
  const slow = useLasting(image === undefined && error === null);
  const slot = words(`slot.${capture.slot}`);
  const caption = t('image.meta', {
    slot, width: capture.widthPx, height: capture.heightPx, at: formatDateTime(capture.acceptedAt), attempt: capture.attempt,
    device: capture.device.simulated ? t('image.simulated') : capture.device.model,
  });
  if (error !== null) return <ErrorNotice error={error} />;
  if (isDrawing) return <SignatureDrawing bytes={image.bytes} capture={capture} label={slot} caption={caption} />;
  if (url !== undefined) return <ZoomableImage key={capture.id} src={url} alt={slot} widthPx={capture.widthPx} heightPx={capture.heightPx} caption={caption} />;
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
