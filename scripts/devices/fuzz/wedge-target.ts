import { WedgeGuard, type WedgeKey } from '../../../electron/core/device/wedge-guard.ts';
import { bytes, must, type FuzzTarget } from './target.ts';

const CODES = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].map((letter) => `Key${letter}`).concat([...'0123456789'].map((digit) => `Digit${digit}`), ['Minus', 'Semicolon', 'Backslash', 'ShiftLeft', 'CapsLock', 'Tab', 'Enter', 'Unidentified', 'Process', '']);
const ENTER = CODES.indexOf('Enter');
const KEY_BYTES = 4;

/** Four bytes a key: which one, shift and caps lock, milliseconds since the last, what the field holds then. */
function* keysOf(heard: Uint8Array): Generator<{ readonly key: WedgeKey; readonly received: string }> {
  let atMs = 0;
  for (let at = 0; at + KEY_BYTES <= heard.length; at += KEY_BYTES) {
    atMs += heard[at + 2]!;
    yield { key: { code: CODES[heard[at]! % CODES.length]!, shift: (heard[at + 1]! & 1) !== 0, capsLock: (heard[at + 1]! & 2) !== 0, text: '', atMs }, received: 'ă'.repeat(heard[at + 3]!) };
  }
}

/** The guard that stands between a reader that types and a field: keys lost, repeated, out of time, in an input method's hands. */
export const WEDGE_TARGET: FuzzTarget = {
  name: 'keyboard wedge', good: bytes(...[19, 2, 2, 27, 37, 36, 26, 27, 1, 1, 0, 3, 3, ENTER].map((code) => Uint8Array.of(code, 0, 5, 6))),
  read: (pieces) => {
    const guard = new WedgeGuard();
    const ends = new Set<string>();
    for (const { key, received } of keysOf(bytes(...pieces))) {
      const verdict = guard.key(key, received);
      if (verdict.type === 'code') must(verdict.text.length >= 6 && received.length <= verdict.text.length, 'a code of keys that nobody pressed');
      ends.add(verdict.type === 'refused' ? verdict.why : verdict.type === 'code' ? (verdict.repaired ? 'repaired' : 'code') : 'typing');
    }
    return [...ends].sort().join(', ') || 'nothing';
  },
};
