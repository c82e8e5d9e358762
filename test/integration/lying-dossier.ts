import { BIOMETRIC_FILES } from '../../electron/contract/sealed.ts';
import { readItl } from '../../electron/core/biometrics/itl/read.ts';
import type { ItlRecord } from '../../electron/core/biometrics/itl/record.ts';
import { writeItl } from '../../electron/core/biometrics/itl/write.ts';
import type { OpenedDossier } from '../../native-bridges/kit/sealed-dossier/check-sealed.ts';
import { sealFiles, type FileToSeal } from '../../native-bridges/kit/sealed-dossier/seal-files.ts';
import type { StationCertificates } from '../../native-bridges/store-host/seams.ts';

/** A station that seals what is not so: files changed, hashes and signature all right. */
export class Liar {
  readonly #honest: OpenedDossier;
  readonly #station: StationCertificates;

  constructor(honest: OpenedDossier, station: StationCertificates) {
    this.#honest = honest;
    this.#station = station;
  }

  /** The dossier with some of its files replaced by what `changes` makes of them. */
  sealedWith(changes: Readonly<Record<string, (bytes: Uint8Array) => Uint8Array>>): Buffer {
    const { files: listed, ...head } = this.#honest.manifest;
    const files = listed.map((entry): FileToSeal => {
      const { bytes } = this.#honest.files.find((file) => file.name === entry.name)!;
      return { name: entry.name, mediaType: entry.mediaType, bytes: changes[entry.name]?.(bytes) ?? bytes };
    });
    return sealFiles(head, files, this.#station);
  }

  rewritten(change: (records: readonly ItlRecord[]) => readonly ItlRecord[]): Buffer {
    return this.sealedWith({ [BIOMETRIC_FILES.transaction]: (bytes) => withRecords(bytes, change) });
  }
}

/** The bytes of a transaction with other records. */
export function withRecords(bytes: Uint8Array, change: (records: readonly ItlRecord[]) => readonly ItlRecord[]): Uint8Array {
  const read = readItl(bytes);
  if (!read.ok) throw new Error(read.error.code);
  const written = writeItl({ ...read.value, records: change(read.value.records) });
  if (!written.ok) throw new Error(written.error.code);
  return written.value;
}

/** Replaces one field of every record of a type. */
export const withSubfields = (type: number, number: number, subfields: readonly (readonly string[])[]) => (records: readonly ItlRecord[]): readonly ItlRecord[] =>
  records.map((record) => (record.kind !== 'tagged' || record.type !== type ? record : { ...record, fields: record.fields.map((field) => (field.number === number ? { number, subfields } : field)) }));

export const withText = (type: number, number: number, value: string) => withSubfields(type, number, [[value]]);
