import { useEffect, useState } from 'react';
import type { Capture } from '../../../../electron/contract/dossier.ts';
import type { WireError } from '../../../../electron/core/errors/app-error.ts';
import { useStore } from '../../../app/hooks.ts';

export type LoadedImage = { readonly mediaType: string; readonly bytes: Uint8Array };
type Answer = { readonly captureId: string; readonly image: LoadedImage | undefined; readonly error: WireError | null };

/** The bytes of one capture, decrypted by the store on demand and forgotten when another is shown. */
export function useCaptureImage(dossierId: string, capture: Capture | undefined): { readonly image: LoadedImage | undefined; readonly error: WireError | null } {
  const store = useStore();
  const [answer, setAnswer] = useState<Answer>();
  const captureId = capture?.id;
  useEffect(() => {
    if (captureId === undefined) return;
    let wanted = true;
    void store['capture.image']({ dossierId, captureId }).then((reply) => {
      if (wanted) setAnswer({ captureId, image: reply.ok ? reply.value : undefined, error: reply.ok ? null : reply.error });
    });
    return () => {
      wanted = false;
    };
  }, [store, dossierId, captureId]);
  // An answer to an older question is never shown under a newer name.
  return answer?.captureId === captureId ? { image: answer?.image, error: answer?.error ?? null } : { image: undefined, error: null };
}
