import { useBlobUrl } from '../../enrolment/capture/use-blob-url.ts';
import type { KeptImage } from './kept-image.ts';
import { SignatureDrawing } from './KeptImageView.tsx';
import { useKeptImage } from './use-kept-image.ts';

/** A small view of an image; the words stand beside it, so it says nothing itself. */
export function Thumbnail({ dossierId, image: kept }: { readonly dossierId: string; readonly image: KeptImage }) {
  const { image } = useKeptImage(dossierId, kept);
  const isDrawing = image?.mediaType === 'application/json';
  const url = useBlobUrl(isDrawing ? undefined : image?.bytes, image?.mediaType ?? '');
  return (
    <span className="film-thumbnail" aria-hidden="true">
      {isDrawing && kept.of === 'capture' && <SignatureDrawing bytes={image.bytes} capture={kept.capture} label="" caption="" />}
      {url !== undefined && <img src={url} alt="" />}
    </span>
  );
}
