import type { Quad } from '../../electron/core/documents/page-geometry.ts';
import { mapToQuad } from '../../electron/core/documents/straighten.ts';
import { PAPERS, type PaperSize } from '../../electron/core/documents/paper.ts';
import type { Raster } from '../contract/driver.ts';
import { between, randomFrom, smoothNoise, type Random } from './persona-random.ts';
import { write } from './small-letters.ts';

/** A document camera of eight million pixels that stands over the desk, upright. */
export const DOCUMENT_CAMERA_PX = { widthPx: 2_448, heightPx: 3_264 } as const;
const PAGE_PPI = 250;
const WORDS = ['TRICH', 'LUC', 'KHAI', 'SINH', 'CONG', 'AN', 'PHUONG', 'HO', 'TEN', 'NGAY', 'THANG', 'NAM', 'NOI', 'CU', 'TRU', 'XAC', 'NHAN', 'SO', 'DINH', 'DANH', 'CHA', 'ME', 'GIOI', 'TINH', 'DAN', 'TOC', 'KINH', 'QUE', 'QUAN'];
const DESK = [92, 74, 58] as const;

export type DeskPage = { readonly picture: Raster; /** where the page lies in it */ readonly quad: Quad };

/** A printed page lying askew on a wooden desk, as a camera above it sees it. It says of itself that it is a practice paper. */
export function drawDeskPage({ seed, paper, widthPx = DOCUMENT_CAMERA_PX.widthPx, heightPx = DOCUMENT_CAMERA_PX.heightPx }: { readonly seed: number; readonly paper: PaperSize; readonly widthPx?: number; readonly heightPx?: number }): DeskPage {
  const random = randomFrom(seed * 31 + 7);
  const page = drawSheet(random, paper);
  const quad = layAskew(random, page, { widthPx, heightPx });
  return { picture: photograph(random, page, quad, { widthPx, heightPx }), quad };
}

type Sheet = { readonly widthPx: number; readonly heightPx: number; readonly pixels: Uint8Array };
type Size = { readonly widthPx: number; readonly heightPx: number };

function drawSheet(random: Random, paper: PaperSize): Sheet {
  const [long, short] = PAPERS[paper].map((mm) => Math.round((mm / 25.4) * PAGE_PPI)) as [number, number];
  const lying = paper === 'id-1';
  const [widthPx, heightPx] = lying ? [long, short] : [short, long];
  const sheet = { widthPx, heightPx, pixels: new Uint8Array(widthPx * heightPx).fill(244) };
  const [edge, small] = [Math.round(widthPx * 0.09), lying ? 2.4 : 3.2];
  const line = (y: number, text: string, dotPx: number, level = 40): void => write(sheet, text, { x: edge, y, dotPx, level });
  line(edge * 0.7, 'MAU TAP HUAN', small * 1.9);
  line(edge * 0.7 + small * 22, 'KHONG CO GIA TRI SU DUNG', small * 1.1, 90);
  const letters = Math.floor((widthPx - 2 * edge) / (6 * small));
  for (let y = edge * 0.7 + small * 40; y < heightPx - edge; y += small * 13) line(y, sentence(random, letters), small);
  return sheet;
}

function sentence(random: Random, letters: number): string {
  const long = Math.round(letters * between(random, 0.55, 1));
  let text = '';
  for (;;) {
    const word = random() < 0.2 ? String(Math.floor(between(random, 10, 9999))) : WORDS[Math.floor(random() * WORDS.length)] ?? '';
    if (text.length + word.length > long) return text.trim();
    text += `${word} `;
  }
}

/** A few degrees turned, farther away at one end. */
function layAskew(random: Random, page: Sheet, { widthPx, heightPx }: Size): Quad {
  const small = page.widthPx > page.heightPx;
  const fit = Math.min((widthPx * (small ? 0.7 : 0.84)) / page.widthPx, (heightPx * (small ? 0.5 : 0.86)) / page.heightPx);
  const [half, tall] = [(page.widthPx * fit) / 2, (page.heightPx * fit) / 2];
  const [turn, lean] = [between(random, -0.05, 0.05), between(random, -0.03, 0.03)];
  const [middleX, middleY] = [widthPx / 2, heightPx / 2];
  return ([[-1, -1], [1, -1], [1, 1], [-1, 1]] as const).map(([u, v]) => {
    const scale = 1 + lean * v;
    const [x, y] = [u * half * scale, v * tall * scale];
    return { x: middleX + x * Math.cos(turn) - y * Math.sin(turn), y: middleY + x * Math.sin(turn) + y * Math.cos(turn) };
  }) as unknown as Quad;
}

/** Desk and page with light falling off to the corners and a little noise, as a sensor gives them. */
function photograph(random: Random, page: Sheet, quad: Quad, { widthPx, heightPx }: Size): Raster {
  const pixels = new Uint8Array(widthPx * heightPx * 4);
  const grain = smoothNoise(random, 64, heightPx, 24);
  const to = inverse(mapToQuad(quad, page.widthPx, page.heightPx));
  let noise = 1;
  for (let y = 0, at = 0; y < heightPx; y++) {
    for (let x = 0; x < widthPx; x++, at += 4) {
      const w = to[6]! * x + to[7]! * y + to[8]!;
      const u = (to[0]! * x + to[1]! * y + to[2]!) / w;
      const v = (to[3]! * x + to[4]! * y + to[5]!) / w;
      const inside = u >= 0 && v >= 0 && u < page.widthPx && v < page.heightPx;
      const light = 1 - 0.18 * ((x / widthPx - 0.45) ** 2 + (y / heightPx - 0.4) ** 2) * 2;
      noise = (Math.imul(noise, 1_103_515_245) + 12_345) & 0x7fffffff;
      const shake = ((noise >> 16) & 7) - 3.5;
      const wood = inside ? 0 : 9 * grain[y * 64 + ((x >> 5) & 63)]!;
      const level = inside ? page.pixels[Math.floor(v) * page.widthPx + Math.floor(u)]! : 0;
      for (let c = 0; c < 3; c++) pixels[at + c] = Math.max(0, Math.min(255, (inside ? level - c * 4 : DESK[c]! + wood) * light + shake));
      pixels[at + 3] = 255;
    }
  }
  return { widthPx, heightPx, channels: 4, pixels };
}

/** The other way round: from the picture to the page. Source: adjugate of a 3 × 3 matrix, the scale doesn't matter. */
function inverse(m: readonly number[]): readonly number[] {
  const [a, b, c, d, e, f, g, h, i] = m as readonly [number, number, number, number, number, number, number, number, number];
  return [e * i - f * h, c * h - b * i, b * f - c * e, f * g - d * i, a * i - c * g, c * d - a * f, d * h - e * g, b * g - a * h, a * e - b * d];
}
