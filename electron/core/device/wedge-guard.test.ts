import { describe, expect, it } from 'vitest';
import { WedgeGuard, type WedgeVerdict } from './wedge-guard.ts';

const SHIFTED: Readonly<Record<string, string>> = { ':': 'Semicolon', '|': 'Backslash', '_': 'Minus' };
const PLAIN: Readonly<Record<string, string>> = { '-': 'Minus', ' ': 'Space', '/': 'Slash' };
const codeOf = (char: string): string => (/[a-z]/i.test(char) ? `Key${char.toUpperCase()}` : /\d/.test(char) ? `Digit${char}` : SHIFTED[char] ?? PLAIN[char] ?? 'Unidentified');

/** A reader types `text` with `gapMs` between the keys, then Enter; the field received `received`. */
function scan(text: string, { gapMs = 5, received = text, capsLock = false } = {}): WedgeVerdict {
  const guard = new WedgeGuard();
  let atMs = 0;
  for (const char of text) {
    const shift = (/[A-Z]/.test(char) !== (capsLock && /[a-z]/i.test(char))) || char in SHIFTED;
    guard.key({ code: codeOf(char), shift, capsLock, text: char, atMs: (atMs += gapMs) }, '');
  }
  return guard.key({ code: 'Enter', shift: false, capsLock, text: 'Enter', atMs: atMs + gapMs }, received);
}

describe('a reader that types like a keyboard', () => {
  it('delivers its code as it is', () => {
    expect(scan('tcc1:0abc-DD|aa')).toEqual({ type: 'code', text: 'tcc1:0abc-DD|aa', repaired: false });
  });

  it('is repaired from the physical keys when Telex made Vietnamese of it', () => {
    expect(scan('tcc1:ddaaee1ff', { received: 'tcc1:đâê1ff' })).toEqual({ type: 'code', text: 'tcc1:ddaaee1ff', repaired: true });
  });

  it('is read right with caps lock on', () => {
    expect(scan('AbCdEf', { capsLock: true })).toEqual({ type: 'code', text: 'AbCdEf', repaired: false });
  });

  it('is refused where keys went unheard, mean nothing or never end', () => {
    expect(scan('abcdef', { received: 'abcdefgh' })).toEqual({ type: 'refused', why: 'keys-missing' });
    expect(scan('abcdéf')).toEqual({ type: 'refused', why: 'unknown-key' });
    expect(scan('a'.repeat(3_200))).toEqual({ type: 'refused', why: 'too-long' });
  });

  it('is not heard in the rest of a number that is being typed, nor in the second piece of a code', () => {
    const guard = new WedgeGuard();
    let atMs = 0;
    const type = (text: string, gapMs: number): void => {
      for (const char of text) guard.key({ code: codeOf(char), shift: false, capsLock: false, text: char, atMs: (atMs += gapMs) }, '');
    };
    const enter = (): WedgeVerdict => guard.key({ code: 'Enter', shift: false, capsLock: false, text: 'Enter', atMs: (atMs += 5) }, '');
    type('079', 40);
    atMs += 200;
    type('301000002', 5);
    expect(enter()).toEqual({ type: 'typing' });
    type('301000002', 5);
    expect(enter()).toMatchObject({ type: 'code', text: '301000002' });
    type('079', 40);
    atMs += 2_000;
    type('301000002', 5);
    expect(enter()).toMatchObject({ type: 'code', text: '301000002' });
  });

  it('is no person: slow or short typing stays typing', () => {
    expect(scan('nguyen van', { gapMs: 80 })).toEqual({ type: 'typing' });
    expect(scan('an')).toEqual({ type: 'typing' });
  });
});
