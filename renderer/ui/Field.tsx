import { NativeSelect, PasswordInput, TextInput } from '@mantine/core';
import type { KeyboardEvent, Ref } from 'react';

export type FieldProps = {
  readonly label: string;
  /** The label is only spoken; the placeholder says the same to the eye. */
  readonly labelHidden?: boolean;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Runs when the person leaves the field, with the text in NFC. */
  readonly onLeave?: (value: string) => void;
  readonly hint?: string;
  readonly error?: string | null;
  readonly placeholder?: string;
  readonly disabled?: boolean;
  readonly readOnly?: boolean;
  readonly required?: boolean;
  readonly autoFocus?: boolean;
  readonly maxLength?: number;
  readonly inputMode?: 'text' | 'numeric';
  /** Upper case when leaving the field; never while an input method composes. */
  readonly uppercase?: boolean;
  readonly type?: 'text' | 'password';
  readonly autoComplete?: string;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
  readonly ref?: Ref<HTMLInputElement>;
};

/** One labelled line of text. */
export function Field({ label, labelHidden, onChange, onLeave, hint, uppercase, type = 'text', error, ref, autoComplete = 'off', ...rest }: FieldProps) {
  const Input = type === 'password' ? PasswordInput : TextInput;
  const leave = (text: string): void => {
    const settled = uppercase === true ? text.normalize('NFC').toLocaleUpperCase('vi') : text.normalize('NFC');
    if (settled !== text) onChange(settled);
    onLeave?.(settled);
  };
  return (
    <Input
      {...rest} {...(labelHidden === true ? { 'aria-label': label } : { label })} {...(hint === undefined ? {} : { description: hint })} error={error ?? undefined} ref={ref ?? null}
      data-autofocus={rest.autoFocus === true ? true : undefined} autoComplete={autoComplete} spellCheck={false} withAsterisk={false}
      onChange={(event) => onChange(event.currentTarget.value)} onBlur={(event) => leave(event.currentTarget.value)}
    />
  );
}

export type ChoiceProps<V extends string> = {
  readonly label: string;
  readonly value: V | '';
  readonly options: readonly { readonly value: V; readonly label: string }[];
  readonly onChange: (value: V) => void;
  readonly placeholder?: string;
  readonly disabled?: boolean;
  readonly autoFocus?: boolean;
  readonly ref?: Ref<HTMLSelectElement>;
};

/** One of a few values. The system's own list: it works with every key and screen reader. */
export function Choice<V extends string>({ label, value, options, onChange, placeholder, ref, ...rest }: ChoiceProps<V>) {
  return (
    <NativeSelect
      {...rest} label={label} value={value} data-autofocus={rest.autoFocus === true ? true : undefined} ref={ref ?? null}
      onChange={(event) => onChange(event.currentTarget.value as V)}
    >
      {placeholder !== undefined && <option value="" disabled>{placeholder}</option>}
      {options.map((option) => <option key={option.value} value={option.value}>{option.label}</option>)}
    </NativeSelect>
  );
}
