import type { FormCode } from '../procedure/forms.ts';

/** One labelled value on the paper. An empty value leaves a dotted line to be written on by hand. */
export type SheetField = {
  readonly label: string;
  readonly value: string;
  /** Share of the line's width; 1 when left out. */
  readonly share?: number;
  readonly strong?: boolean;
};

export type SheetBlock =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string; readonly strong?: boolean; readonly small?: boolean }
  /** Fields side by side on one line. */
  | { readonly kind: 'fields'; readonly fields: readonly SheetField[] }
  | { readonly kind: 'boxes'; readonly columns: number; readonly boxes: readonly SheetBox[] }
  /** `shares` are the columns' shares of the width. */
  | { readonly kind: 'table'; readonly heads: readonly string[]; readonly shares: readonly number[]; readonly rows: readonly (readonly string[])[] }
  /** Empty lines to be written on by hand. */
  | { readonly kind: 'lines'; readonly count: number }
  | { readonly kind: 'signatures'; readonly place: string; readonly columns: readonly SheetSigner[] };

export type SheetBox = { readonly label: string; readonly ticked: boolean };
export type SheetSigner = { readonly title: string; readonly note: string; readonly name: string };

/**
 * A form as it is printed, before typesetting: words and their order, nothing about fonts or places. Two sheets that say the
 * same are equal as JSON, so a hash of it tells whether a printed form still holds.
 */
export type FormSheet = {
  /** `''` for a paper that no circular names. */
  readonly code: FormCode | '';
  readonly circular: string;
  readonly title: string;
  readonly subtitle: string;
  /** Said on every page: how far the layout is the official one. */
  readonly templateNote: string;
  readonly agency: string;
  readonly number: string;
  /** Printed as a Code 128 bar code; `''` = none. */
  readonly barcode: string;
  /** SHA-256 of the portrait printed at the top right; `''` = an empty frame; undefined = a form without a photo. */
  readonly portraitSha256?: string;
  readonly blocks: readonly SheetBlock[];
};

export const heading = (text: string): SheetBlock => ({ kind: 'heading', text });
export const words = (text: string, style: { readonly strong?: boolean; readonly small?: boolean } = {}): SheetBlock => ({ kind: 'text', text, ...style });
export const fields = (...list: readonly SheetField[]): SheetBlock => ({ kind: 'fields', fields: list });
export const field = (label: string, value: string, style: Pick<SheetField, 'share' | 'strong'> = {}): SheetField => ({ label, value, ...style });
/** One field with a line of its own. */
export const line = (label: string, value: string, strong = false): SheetBlock => fields(field(label, value, strong ? { strong } : {}));
