/** The data key of a station: 32 random bytes that encrypt everything it keeps. */
export const DATA_KEY_BYTES = 32;

/**
 * Where the data key comes from. All three answer the same key for the same folder for ever, and none replaces a file.
 * Errors: AppError `keys.unavailable` (nothing safe to keep a key in), `keys.damaged` (the file can't be read back).
 */
export type KeySource =
  | { readonly kind: 'immediate'; open(): Promise<Uint8Array> }
  /** A person must type the station's passphrase; `keys.wrong-passphrase` and `keys.weak-passphrase` let them try again. */
  | { readonly kind: 'passphrase'; isFirst(): Promise<boolean>; open(passphrase: string): Promise<Uint8Array> };
