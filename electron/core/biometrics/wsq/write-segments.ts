import type { ByteWriter } from '../byte-writer.ts';
import type { FilterBank } from './filter-bank.ts';
import type { HuffmanTable } from './huffman.ts';
import { MARKER } from './markers.ts';
import type { Quantization } from './quantization.ts';
import { writeScaled } from './scaled-number.ts';

export function writeComment(writer: ByteWriter, text: string): void {
  writer.u16(MARKER.comment);
  writer.u16(text.length + 2);
  writer.ascii(text);
}

export function writeTransformTable(writer: ByteWriter, bank: FilterBank): void {
  writer.u16(MARKER.transformTable);
  writer.u16(4 + 6 * (bank.lowHalf.length + bank.highHalf.length));
  writer.u8(bank.lowLength);
  writer.u8(bank.highLength);
  for (const tap of [...bank.lowHalf, ...bank.highHalf]) {
    writer.u8(tap < 0 ? 1 : 0);
    writeScaled(writer, Math.abs(tap), 4);
  }
}

export function writeQuantizationTable(writer: ByteWriter, quantization: Quantization): void {
  writer.u16(MARKER.quantizationTable);
  writer.u16(389);
  // The standard's own example writes C as 44/100; the longest form would be equal and unusual.
  writer.u8(2);
  writer.u16(Math.round(quantization.binCentre * 100));
  for (let band = 0; band < 64; band++) {
    writeScaled(writer, quantization.bin[band]!, 2);
    writeScaled(writer, quantization.zero[band]!, 2);
  }
}

/** Encoder number 2 is the parameter set this encoder follows; software 0 = no FBI-assigned number. */
export function writeFrame(writer: ByteWriter, frame: { readonly widthPx: number; readonly heightPx: number; readonly shift: number; readonly scale: number }): void {
  writer.u16(MARKER.startOfFrame);
  writer.u16(17);
  writer.u8(0);
  writer.u8(255);
  writer.u16(frame.heightPx);
  writer.u16(frame.widthPx);
  writeScaled(writer, frame.shift, 2);
  writeScaled(writer, frame.scale, 2);
  writer.u8(2);
  writer.u16(0);
}

export function writeHuffmanTable(writer: ByteWriter, id: number, table: HuffmanTable): void {
  writer.u16(MARKER.huffmanTable);
  writer.u16(3 + table.countByLength.length + table.symbols.length);
  writer.u8(id);
  writer.put(table.countByLength);
  writer.put(table.symbols);
}

export function writeBlock(writer: ByteWriter, tableId: number, data: Uint8Array): void {
  writer.u16(MARKER.startOfBlock);
  writer.u16(3);
  writer.u8(tableId);
  writer.put(data);
}
