import { useEffect, useState } from 'react';

type Made = { readonly bytes: Uint8Array; readonly url: string };

/** A blob: address of the bytes for as long as the component shows them; released afterwards. */
export function useBlobUrl(bytes: Uint8Array | undefined, mediaType: string): string | undefined {
  const [made, setMade] = useState<Made>();
  useEffect(() => {
    if (bytes === undefined) return;
    const url = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: mediaType }));
    // oxlint-disable-next-line react/set-state-in-effect -- an address must be released, so an effect owns it
    setMade({ bytes, url });
    return () => URL.revokeObjectURL(url);
  }, [bytes, mediaType]);
  return made !== undefined && made.bytes === bytes ? made.url : undefined;
}
