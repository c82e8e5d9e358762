import type { Dossier } from '../../../../electron/contract/dossier.ts';
import { captureImage } from '../../review/images/kept-image.ts';
import { SignatureDrawing } from '../../review/images/KeptImageView.tsx';
import { useKeptImage } from '../../review/images/use-kept-image.ts';
import { useBlobUrl } from '../capture/use-blob-url.ts';

/** A stored picture the citizen may see: only their portrait and their signature, without technical words. */
export function CitizenImage({ dossier, slot, label }: { readonly dossier: Dossier; readonly slot: 'portrait' | 'signature'; readonly label: string }) {
  const capture = dossier.captures.find((c) => c.slot === slot);
  const { image } = useKeptImage(dossier.id, capture === undefined ? undefined : captureImage(capture));
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
