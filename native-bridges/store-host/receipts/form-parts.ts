import type { SheetBlock, SheetField, SheetSigner } from '../../../electron/core/forms/form-sheet.ts';
import type { ReceiptFont } from './receipt-fonts.ts';
import type { ReceiptSheet } from './receipt-sheet.ts';

/** A piece of a form that is never cut by the end of a page. Heights in points. */
export type Part = { readonly heightPt: number; readonly draw: (y: number) => void };
export type Column = { readonly x: number; readonly width: number; /** of the letters, in points */ readonly size: number };

const GAP_PT = 12;
/** A value beside a label longer than this share of its column goes below it. */
const LABEL_SHARE = 0.62;
const SIGNATURE_PT = 58;

/** The pieces of a block in the order in which they are drawn. */
export function partsOf(sheet: ReceiptSheet, block: SheetBlock, column: Column): readonly Part[] {
  switch (block.kind) {
    case 'heading': return [textPart(sheet, block.text, column, { font: 'bold', above: 5, below: 2 })];
    case 'text': return [textPart(sheet, block.text, block.small === true ? { ...column, size: column.size - 1.5 } : column, { font: block.strong === true ? 'semibold' : 'regular', above: 1, below: 2 })];
    case 'fields': return [fieldsPart(sheet, block.fields, column)];
    case 'boxes': return block.boxes.map((box) => boxPart(sheet, box.label, box.ticked, column));
    case 'table': return tableParts(sheet, block, column);
    case 'lines': return Array.from({ length: block.count }, () => ({ heightPt: column.size * 1.8, draw: (y) => sheet.dots(column.x, y + column.size * 1.4, column.width) }));
    case 'signatures': return [signaturesPart(sheet, block.place, block.columns, column)];
  }
}

type Style = { readonly font: ReceiptFont; readonly above: number; readonly below: number };

function textPart(sheet: ReceiptSheet, text: string, { x, width, size }: Column, { font, above, below }: Style): Part {
  const heightPt = sheet.heightOf(text, { width, size, font });
  return { heightPt: heightPt + above + below, draw: (y) => void sheet.text(text, { x, y: y + above, width, size, font }) };
}

/** Columns side by side by their shares, as high as the highest. */
function fieldsPart(sheet: ReceiptSheet, list: readonly SheetField[], { x, width, size }: Column): Part {
  const shares = list.map(({ share = 1 }) => share);
  const unit = (width - GAP_PT * (list.length - 1)) / shares.reduce((sum, share) => sum + share, 0);
  let at = x;
  const parts = list.map((one, n) => {
    const part = fieldPart(sheet, one, { x: at, width: unit * shares[n]!, size });
    at += unit * shares[n]! + GAP_PT;
    return part;
  });
  return { heightPt: Math.max(...parts.map(({ heightPt }) => heightPt)), draw: (y) => parts.forEach((part) => part.draw(y)) };
}

/** Label, value, and dots where the line goes on: what is left empty can be written by hand. */
function fieldPart(sheet: ReceiptSheet, { label, value, strong }: SheetField, { x, width, size }: Column): Part {
  const [words, font, lineGap] = [`${label}:`, strong === true ? 'bold' as const : 'medium' as const, size * 0.32];
  const labelWidth = sheet.widthOf(words, size, 'regular') + 4;
  const below = value !== '' && labelWidth > width * LABEL_SHARE && labelWidth + sheet.widthOf(value, size, font) > width;
  const valueColumn = below ? { x: x + 10, width: width - 10 } : { x: x + labelWidth, width: width - labelWidth };
  const labelHeight = sheet.heightOf(words, { width, size });
  const valueHeight = sheet.heightOf(value === '' ? ' ' : value, { width: valueColumn.width, size, font });
  return {
    heightPt: (below ? labelHeight + valueHeight : Math.max(labelHeight, valueHeight)) + lineGap,
    draw: (y) => {
      sheet.text(words, { x, y, width, size });
      const end = value === '' ? y + labelHeight : sheet.text(value, { ...valueColumn, y: below ? y + labelHeight : y, size, font });
      const drawn = value === '' ? 0 : sheet.widthOf(value, size, font) + 4;
      if (drawn < valueColumn.width - 8) sheet.dots(valueColumn.x + drawn, end - size * 0.34, valueColumn.width - drawn);
    },
  };
}

function boxPart(sheet: ReceiptSheet, label: string, ticked: boolean, { x, width, size }: Column): Part {
  const indent = size + 8;
  const heightPt = sheet.heightOf(label, { width: width - indent, size, font: ticked ? 'semibold' : 'regular' }) + 3;
  return {
    heightPt,
    draw: (y) => {
      const side = size * 0.9;
      sheet.box(x, y + 2, side, side);
      if (ticked) sheet.cross(x, y + 2, side);
      sheet.text(label, { x: x + indent, y, width: width - indent, size, font: ticked ? 'semibold' : 'regular' });
    },
  };
}

const CELL_PT = 4;

function tableParts(sheet: ReceiptSheet, { heads, shares, rows }: Extract<SheetBlock, { kind: 'table' }>, column: Column): readonly Part[] {
  const unit = column.width / shares.reduce((sum, share) => sum + share, 0);
  const size = column.size - 1;
  const row = (cells: readonly string[], font: ReceiptFont): Part => {
    const high = Math.max(...cells.map((cell, n) => sheet.heightOf(cell === '' ? ' ' : cell, { width: unit * shares[n]! - 2 * CELL_PT, size, font }))) + 2 * CELL_PT - 2;
    return {
      heightPt: high,
      draw: (y) => {
        let x = column.x;
        for (const [n, cell] of cells.entries()) {
          const width = unit * shares[n]!;
          sheet.box(x, y, width, high, 0.6);
          sheet.text(cell, { x: x + CELL_PT, y: y + CELL_PT - 1, width: width - 2 * CELL_PT, size, font });
          x += width;
        }
      },
    };
  };
  const space: Part = { heightPt: 5, draw: () => undefined };
  return [{ heightPt: 2, draw: () => undefined }, row(heads, 'semibold'), ...rows.map((cells) => row(cells, 'regular')), space];
}

function signaturesPart(sheet: ReceiptSheet, place: string, columns: readonly SheetSigner[], { x, width, size }: Column): Part {
  const each = width / columns.length;
  return {
    heightPt: 12 + size * 1.5 * 3 + SIGNATURE_PT + size * 1.6,
    draw: (top) => {
      const y = top + 10;
      const at = (n: number): { x: number; width: number; align: 'center' } => ({ x: x + n * each + 4, width: each - 8, align: 'center' });
      sheet.text(place, { ...at(columns.length - 1), y, size: size - 0.5 });
      for (const [n, { title, note, name }] of columns.entries()) {
        const titleEnd = sheet.text(title, { ...at(n), y: y + size * 1.5, size: size - 0.5, font: 'bold' });
        sheet.text(note, { ...at(n), y: titleEnd, size: size - 2 });
        sheet.text(name, { ...at(n), y: titleEnd + size * 1.4 + SIGNATURE_PT - 14, size, font: 'semibold' });
      }
    },
  };
}
