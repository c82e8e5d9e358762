import { useRef, useState } from 'react';
import { recogniseLegacy, type Recognised } from '../../../electron/core/person/text/legacy-encoding.ts';
import { useT } from '../../app/hooks.ts';
import { Field, Notice, type FieldProps } from '../../ui/index.ts';

/** A line of text in which pasted letters of an old font become Unicode, with the way back; typed text is never touched. */
export function PastedField({ onChange, ...rest }: FieldProps) {
  const t = useT('find');
  const pasted = useRef(false);
  const [converted, setConverted] = useState<Recognised & { readonly from: string }>();
  const change = (text: string): void => {
    const legacy = pasted.current ? recogniseLegacy(text) : undefined;
    pasted.current = false;
    setConverted(legacy === undefined ? undefined : { ...legacy, from: text });
    onChange(legacy?.text ?? text);
  };
  const undo = (from: string): void => {
    setConverted(undefined);
    onChange(from);
  };
  return (
    <div onPaste={() => void (pasted.current = true)}>
      <Field {...rest} onChange={change} />
      {converted !== undefined && <Notice tone="now" title={t('converted', { encoding: t(`encoding.${converted.encoding}`) })} action={{ label: t('converted.undo'), run: () => undo(converted.from) }} />}
    </div>
  );
}
