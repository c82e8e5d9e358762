import { readFileSync } from 'node:fs';

/**
 * A picture of the virtual screen.
 * @typedef {{ readonly width: number, readonly height: number, readonly pixels: Uint8Array }} Picture `pixels`: red, green, blue per pixel
 */

/** Numbers of the header by place. Source: X11/XWDFile.h, version 7; every number is 32 bits, big-endian. */
const HEADER_BYTES = 0, WIDTH = 4, HEIGHT = 5, BYTES_PER_LINE = 12, COLOURS = 19;
const COLOUR_ENTRY_BYTES = 12;

/**
 * Reads what Xvfb keeps on disk of a 24-bit screen (32 bits per pixel: blue, green, red, nothing).
 * @param {string} file
 * @returns {Picture}
 */
export function readScreen(file) {
  const bytes = readFileSync(file);
  const field = (/** @type {number} */ place) => bytes.readUInt32BE(place * 4);
  const width = field(WIDTH);
  const height = field(HEIGHT);
  const start = field(HEADER_BYTES) + field(COLOURS) * COLOUR_ENTRY_BYTES;
  const pixels = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const from = start + y * field(BYTES_PER_LINE) + x * 4;
      pixels.set([bytes[from + 2] ?? 0, bytes[from + 1] ?? 0, bytes[from] ?? 0], (y * width + x) * 3);
    }
  }
  return { width, height, pixels };
}

/**
 * How many pixels have neither of the two commonest colours (the screen's and the window's background): an empty
 * window has only the mouse pointer's, a screen of text has thousands.
 * @param {Picture} picture
 * @returns {number}
 */
export function countInk({ pixels }) {
  /** @type {Map<number, number>} */
  const counts = new Map();
  for (let at = 0; at < pixels.length; at += 3) {
    const colour = ((pixels[at] ?? 0) << 16) | ((pixels[at + 1] ?? 0) << 8) | (pixels[at + 2] ?? 0);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const [screen = 0, background = 0] = [...counts.values()].sort((a, b) => b - a);
  return pixels.length / 3 - screen - background;
}
