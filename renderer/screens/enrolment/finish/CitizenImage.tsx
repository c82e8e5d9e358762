import type { Dossier } from '../../../../electron/contract/dossier.ts';
import { SignatureDrawing } from '../../review/images/CaptureImage.tsx';
import { useCaptureImage } from '../../review/images/use-capture-image.ts';
import { useBlobUrl } from '../capture/use-blob-url.ts';

/** A stored picture the citizen may see: only their portrait and their signature, without technical words. */
export function CitizenImage({ dossier, slot, label }: { readonly dossier: Dossier; readonly slot: 'portrait' | 'signature'; readonly label: string }) {
  const capture = dossier.captures.find((c) => c.slot === slot);
  const { image } = useCaptureImage(dossier.id, capture);
  const isDrawing = image?.mediaType === 'application/json';
  const url = useBlobUrl(isDrawing ? undefined : image?.bytes, image?.mediaType ?? '');
  if (capture === undefined || image === undefined) return null;
  return (
    <figure className={`citizen-image citizen-${slot}`}>
      {isDrawing ? <SignatureDrawing bytes={image.bytes} capture={capture} label={label} caption="" /> : url !== undefined && <img src={url} alt={label} />}
      <figcaption>{label}</figcaption>
    </figure>
  );
}
