import { useEffect, useState } from 'react';
import type { WireError } from '../../../../electron/core/errors/app-error.ts';
import { useStore } from '../../../app/hooks.ts';
import type { KeptImage } from './kept-image.ts';

export type LoadedImage = { readonly mediaType: string; readonly bytes: Uint8Array };
type Answer = { readonly id: string; readonly image: LoadedImage | undefined; readonly error: WireError | null };

/** The bytes of one image, decrypted by the store on demand and forgotten when another is shown. */
export function useKeptImage(dossierId: string, kept: Pick<KeptImage, 'of' | 'id'> | undefined): { readonly image: LoadedImage | undefined; readonly error: WireError | null } {
  const store = useStore();
  const [answer, setAnswer] = useState<Answer>();
  const [of, id] = [kept?.of, kept?.id];
  useEffect(() => {
    if (id === undefined) return;
    let wanted = true;
    const asked = of === 'page' ? store['page.image']({ dossierId, pageId: id }) : store['capture.image']({ dossierId, captureId: id });
    void asked.then((reply) => {
      if (wanted) setAnswer({ id, image: reply.ok ? reply.value : undefined, error: reply.ok ? null : reply.error });
    });
    return () => {
      wanted = false;
    };
  }, [store, dossierId, of, id]);
  // An answer to an older question is never shown under a newer name.
  return answer !== undefined && answer.id === id ? { image: answer.image, error: answer.error } : { image: undefined, error: null };
}
