import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('../../renderer/ui/tokens.css', import.meta.url), 'utf8');
const blockOf = (selector: string): string => css.slice(css.indexOf(`${selector} {`)).split('}')[0]!;
const coloursOf = (block: string): Record<string, string> => Object.fromEntries([...block.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map((m) => [m[1]!, m[2]!]));
const light = coloursOf(blockOf(':root'));
const THEMES = { light, dark: { ...light, ...coloursOf(blockOf(":root[data-theme='dark']")) }, contrast: { ...light, ...coloursOf(blockOf(":root[data-theme='contrast']")) } };

/** Relative luminance and contrast. Source: WCAG 2.2, "relative luminance", "contrast ratio". */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255).map((c) => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}
const contrast = (a: string, b: string): number => {
  const [hi, lo] = [luminance(a), luminance(b)].toSorted((x, y) => y - x);
  return (hi! + 0.05) / (lo! + 0.05);
};

const TEXT_ON: readonly (readonly [string, string])[] = [
  ...['ink', 'muted', 'primary', 'now', 'look', 'stop', 'done'].flatMap((text) => ['paper', 'surface', 'sunken'].map((ground) => [text, ground] as const)),
  ...['now', 'look', 'stop', 'done'].flatMap((tone) => [['ink', `${tone}-soft`], [tone, `${tone}-soft`], ['muted', `${tone}-soft`]] as const),
  ['on-primary', 'primary'], ['on-primary', 'primary-hover'], ['primary', 'primary-soft'], ['ink', 'primary-soft'], ['muted', 'primary-soft'], ['on-ribbon', 'ribbon'],
];

describe.each(Object.entries(THEMES))('%s theme', (_name, colours) => {
  it.each(TEXT_ON)('%s on %s can be read (4.5)', (text, ground) => {
    expect(contrast(colours[text]!, colours[ground]!)).toBeGreaterThanOrEqual(4.5);
  });
  it.each(['paper', 'surface'])('the focus ring and field borders stand out from %s (3)', (ground) => {
    expect(contrast(colours['focus']!, colours[ground]!)).toBeGreaterThanOrEqual(3);
    expect(contrast(colours['line-strong']!, colours[ground]!)).toBeGreaterThanOrEqual(3);
  });
});
