import { parseCbeff } from '../../../../electron/core/biometrics/itl/assurance.ts';
import { parseFace } from '../../../../electron/core/biometrics/itl/face-iris.ts';
import { findText, type TaggedRecord } from '../../../../electron/core/biometrics/itl/record.ts';
import { readFace2011 } from '../../../../electron/core/biometrics/iso19794/face.ts';
import { sha256Hex } from '../seal-files.ts';
import { disagreement, sameBytes } from './disagreement.ts';
import type { Digests, KeptFile } from './kept-files.ts';

type FaceParts = { readonly faces: readonly TaggedRecord[]; readonly blocks: readonly TaggedRecord[]; readonly faceFile: Uint8Array | undefined; readonly digests: Digests };

/** Portrait, Type-10, Type-99 and ISO record hold one picture; without a portrait none of them is there. */
export function checkFace(portrait: KeptFile | undefined, { faces, blocks, faceFile, digests }: FaceParts): void {
  const expected = portrait === undefined ? 0 : 1;
  if (faces.length !== expected || blocks.length !== expected || (faceFile === undefined) !== (portrait === undefined)) throw disagreement('number of portraits');
  const [face, block] = [faces[0], blocks[0]];
  if (portrait === undefined || faceFile === undefined || face === undefined || block === undefined) return;
  const parsed = parseFace(face);
  const { widthPx, heightPx, sha256 } = portrait.capture;
  if (parsed === undefined || !sameBytes(parsed.image.data, portrait.bytes) || parsed.image.widthPx !== widthPx || parsed.image.heightPx !== heightPx) throw disagreement('portrait');
  if (digests.get(parsed.idc) !== sha256 || findText(face, 996)?.toLowerCase() !== sha256Hex(portrait.bytes)) throw disagreement('digest', { slot: 'portrait' });
  const data = parseCbeff(block)?.data;
  if (data === undefined || !sameBytes(data, faceFile)) throw disagreement('face record');
  checkFaceRecord(faceFile, portrait);
}

function checkFaceRecord(faceFile: Uint8Array, { capture, bytes }: KeptFile): void {
  const record = readFace2011(faceFile);
  const [image, ...more] = record.ok ? record.value.representations : [];
  if (image === undefined || more.length > 0) throw disagreement('face record', record.ok ? {} : { at: record.error.offsetBytes });
  if (!sameBytes(image.data, bytes) || image.widthPx !== capture.widthPx || image.heightPx !== capture.heightPx) throw disagreement('face record');
}
