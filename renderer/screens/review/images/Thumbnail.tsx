import type { Capture } from '../../../../electron/contract/dossier.ts';
import { useBlobUrl } from '../../enrolment/capture/use-blob-url.ts';
import { SignatureDrawing } from './CaptureImage.tsx';
import { useCaptureImage } from './use-capture-image.ts';

/** A small view of a capture; the words stand beside it, so it says nothing itself. */
export function Thumbnail({ dossierId, capture }: { readonly dossierId: string; readonly capture: Capture }) {
  const { image } = useCaptureImage(dossierId, capture);
  const isDrawing = image?.mediaType === 'application/json';
  const url = useBlobUrl(isDrawing ? undefined : image?.bytes, image?.mediaType ?? '');
  return (
    <span className="film-thumbnail" aria-hidden="true">
      {isDrawing && <SignatureDrawing bytes={image.bytes} capture={capture} label="" caption="" />}
      {url !== undefined && <img src={url} alt="" />}
    </span>
  );
}
