import { Field, type FieldProps } from '../../ui/index.ts';
import { ConvertedNotice } from './ConvertedNotice.tsx';
import { usePastedText } from './use-pasted-text.ts';

/** A line of text in which pasted letters of an old font become Unicode, with the way back; typed text is never touched. */
export function PastedField({ onChange, ...rest }: FieldProps) {
  const pasted = usePastedText();
  return (
    <div onPaste={pasted.onPaste}>
      <Field {...rest} onChange={(text) => onChange(pasted.settle(text))} />
      <ConvertedNotice of={pasted} onUndo={onChange} />
    </div>
  );
}
