import { useMemo } from 'react';
import { parseSignature } from '../screens/review/images/signature-strokes.ts';

type Props = { readonly image: { readonly bytes: Uint8Array; readonly widthPx: number; readonly heightPx: number }; readonly label: string };

/** The citizen's own strokes, sharp at any size. */
export function SignatureLine({ image, label }: Props) {
  const strokes = useMemo(() => parseSignature(image.bytes, image), [image]);
  if (strokes === undefined) return null;
  return (
    <svg className="citizen-signature-line" viewBox={`0 0 ${strokes.widthPx} ${strokes.heightPx}`} role="img" aria-label={label}>
      {strokes.paths.map((path, at) => <path key={at} d={path} />)}
    </svg>
  );
}
