/** One key as the page heard it. `code` is the physical key (KeyboardEvent.code), `text` what the system made of it. */
export type WedgeKey = { readonly code: string; readonly shift: boolean; readonly capsLock: boolean; readonly text: string; readonly atMs: number };

export type WedgeVerdict =
  | { readonly type: 'typing' }
  /** A whole code. `repaired` when an input method had changed what the field received. */
  | { readonly type: 'code'; readonly text: string; readonly repaired: boolean }
  /** A reader typed, but keys are missing or unknown: the code must be read again, with the input method off. */
  | { readonly type: 'refused'; readonly why: 'unknown-key' | 'keys-missing' | 'too-long' };

/** A reader types a character every 1 to 20 ms; nobody types five in a row that fast. */
export const MAX_GAP_MS = 30;
/** What follows a typed character sooner than this goes on with it: nobody lets go of the keyboard and scans a card within a second. */
const MIN_PAUSE_MS = 1_000;
const MIN_KEYS = 6;
const MAX_KEYS = 3_000;

const SHIFTED_DIGIT = ')!@#$%^&*(';
const PUNCTUATION: Readonly<Record<string, readonly [string, string]>> = {
  Minus: ['-', '_'], Equal: ['=', '+'], BracketLeft: ['[', '{'], BracketRight: [']', '}'], Backslash: ['\\', '|'], Semicolon: [';', ':'], Quote: ['\'', '"'],
  Backquote: ['`', '~'], Comma: [',', '<'], Period: ['.', '>'], Slash: ['/', '?'], Space: [' ', ' '],
};
const MODIFIERS = new Set(['ShiftLeft', 'ShiftRight', 'CapsLock']);

/**
 * Tells a code reader that types like a keyboard from a person, and undoes what a Vietnamese input method (Telex turns
 * `dd` into `đ`, `aa` into `â`, tone keys vanish) did to its text: the text is built anew from the physical keys as a US
 * keyboard has them, which is how readers are delivered. Where keys were swallowed, it refuses instead of guessing.
 */
export class WedgeGuard {
  #keys: WedgeKey[] = [];
  /** These keys came right after typed ones: the rest of a number that somebody types, or of a code that came in two pieces. */
  #goesOn = false;

  /** Enter or Tab ends a code; anything slower than a reader starts anew. `received` is what the field holds of it. */
  key(key: WedgeKey, received: string): WedgeVerdict {
    if (MODIFIERS.has(key.code)) return { type: 'typing' };
    const last = this.#keys.at(-1);
    if (last === undefined) this.#goesOn = false;
    else if (key.atMs - last.atMs > MAX_GAP_MS) {
      this.#goesOn = characterOf(last) !== undefined && key.atMs - last.atMs < MIN_PAUSE_MS;
      this.#keys = [];
    }
    if (key.code === 'Enter' || key.code === 'NumpadEnter' || key.code === 'Tab') return this.#finish(received);
    if (this.#keys.length <= MAX_KEYS) this.#keys.push(key);
    else this.#keys[MAX_KEYS] = key;
    return { type: 'typing' };
  }

  #finish(received: string): WedgeVerdict {
    const keys = this.#keys;
    this.#keys = [];
    if (keys.length < MIN_KEYS || this.#goesOn) return { type: 'typing' };
    if (keys.length > MAX_KEYS) return { type: 'refused', why: 'too-long' };
    const characters = keys.map(characterOf);
    if (characters.some((one) => one === undefined)) return { type: 'refused', why: 'unknown-key' };
    const text = characters.join('');
    // An input method makes text shorter, never longer: more in the field than was typed means that keys went unheard.
    if (received.length > text.length) return { type: 'refused', why: 'keys-missing' };
    return { type: 'code', text, repaired: received !== text };
  }
}

/** What a US keyboard types with this key; undefined for a key that types nothing. */
function characterOf({ code, shift, capsLock }: WedgeKey): string | undefined {
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  if (letter !== undefined) return shift === capsLock ? letter.toLowerCase() : letter;
  const digit = /^Digit(\d)$/.exec(code)?.[1];
  if (digit !== undefined) return shift ? SHIFTED_DIGIT[Number(digit)] : digit;
  return /^Numpad(\d)$/.exec(code)?.[1] ?? PUNCTUATION[code]?.[shift ? 1 : 0];
}
