/** A card read while the officer stood at the desk: taken over by the find step, once, and kept nowhere else. */
let pending: string | undefined;

export const holdScan = (text: string): void => void (pending = text);
export function takeScan(): string | undefined {
  const text = pending;
  pending = undefined;
  return text;
}
