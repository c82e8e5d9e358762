import { useRef, useState, type ClipboardEvent } from 'react';
import { recogniseLegacy, type LegacyEncoding } from '../../../electron/core/person/text/legacy-encoding.ts';

export type Converted = { readonly encoding: LegacyEncoding; /** what was pasted */ readonly from: string };
export type PastedText = {
  /** What a paste was turned into Unicode from, until somebody types or takes it back. */
  readonly converted: Converted | undefined;
  readonly onPaste: (event: ClipboardEvent) => void;
  /** What the field shows for its new text: converted where it was pasted in an old font, else as it is. */
  readonly settle: (text: string) => string;
  readonly takeBack: () => void;
};

/** Pasted letters of an old font become Unicode, with the way back; typed text is never touched. */
export function usePastedText(): PastedText {
  const pasted = useRef('');
  const [converted, setConverted] = useState<Converted>();
  return {
    converted,
    onPaste: (event) => void (pasted.current = event.clipboardData.getData('text/plain')),
    settle: (text) => {
      const piece = pasted.current;
      pasted.current = '';
      // A field that cuts or joins what was pasted shows something else than the clipboard held.
      const foreign = piece === '' || text.includes(piece) ? piece : text;
      const legacy = recogniseLegacy(foreign);
      setConverted(legacy === undefined ? undefined : { encoding: legacy.encoding, from: text });
      return legacy === undefined ? text : text.replace(foreign, () => legacy.text);
    },
    takeBack: () => setConverted(undefined),
  };
}
