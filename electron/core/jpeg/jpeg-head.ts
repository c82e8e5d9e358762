import { AC_BRIGHTNESS, AC_COLOUR, DC_BRIGHTNESS, DC_COLOUR, type HuffmanTable } from './huffman.ts';
import { ZIGZAG } from './quantisation.ts';

export type HeadOf = { readonly widthPx: number; readonly heightPx: number; readonly ppi: number; readonly brightness: Uint8Array; readonly colour: Uint8Array };

const twoBytes = (value: number): readonly number[] => [value >> 8, value & 0xff];
const segment = (marker: number, content: readonly number[]): readonly number[] => [0xff, marker, ...twoBytes(content.length + 2), ...content];
const zigzagged = (steps: Uint8Array): readonly number[] => [...ZIGZAG].map((place) => steps[place]!);
const huffman = (target: number, { counts, values }: HuffmanTable): readonly number[] => [target, ...counts, ...values];

/** Everything before the coded picture. Source: ITU-T T.81, B.2: SOI, APP0 (JFIF 1.02), DQT, SOF0, DHT, SOS. */
export function jpegHead({ widthPx, heightPx, ppi, brightness, colour }: HeadOf): readonly number[] {
  const density = ppi > 0 ? [1, ...twoBytes(ppi), ...twoBytes(ppi)] : [0, 0, 1, 0, 1];
  return [
    0xff, 0xd8,
    ...segment(0xe0, [...Array.from('JFIF\0', (letter) => letter.charCodeAt(0)), 1, 2, ...density, 0, 0]),
    ...segment(0xdb, [0, ...zigzagged(brightness), 1, ...zigzagged(colour)]),
    ...segment(0xc0, [8, ...twoBytes(heightPx), ...twoBytes(widthPx), 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1]),
    ...segment(0xc4, [...huffman(0x00, DC_BRIGHTNESS), ...huffman(0x10, AC_BRIGHTNESS), ...huffman(0x01, DC_COLOUR), ...huffman(0x11, AC_COLOUR)]),
    ...segment(0xda, [3, 1, 0x00, 2, 0x11, 3, 0x11, 0, 63, 0]),
  ];
}
