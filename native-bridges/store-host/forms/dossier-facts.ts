import type { Dossier } from '../../../electron/contract/dossier.ts';
import type { DocumentEntry } from '../../../electron/contract/dossier.ts';
import type { CollectionFacts, FormFacts, FormInput } from '../../../electron/core/forms/form-facts.ts';
import { localDay } from '../../../electron/core/time/format.ts';

const DOCUMENT_WORDS: Readonly<Record<DocumentEntry['kind'], string>> = {
  'old-card': 'Thẻ căn cước cũ', 'old-id-9': 'Chứng minh nhân dân 09 số', 'birth-certificate': 'Giấy khai sinh', 'residence-confirmation': 'Xác nhận thông tin cư trú',
  representative: 'Giấy tờ của người đại diện hợp pháp', other: 'Giấy tờ khác',
};

/** What the forms of a dossier are filled in with. @param station name of the police station */
export function dossierForms(dossier: Dossier, station: string): readonly FormInput[] {
  const facts: FormFacts = {
    number: dossier.number, receivedOn: localDay(dossier.openedAt), station, officerName: dossier.officerName, person: dossier.person, representative: null,
  };
  const kind = dossier.kind ?? 'first-issue';
  const collection: CollectionFacts = {
    ...facts, kind, ground: null, slots: dossier.captures.map(({ slot }) => slot), missing: dossier.missingFingers, reusesLast: false,
    portraitSha256: dossier.captures.find(({ slot }) => slot === 'portrait')?.sha256 ?? '',
    documents: dossier.documents.map(({ kind: paper, number, issuedOn }) => ({ kind: DOCUMENT_WORDS[paper], number, issuedOn, pages: 0 })),
    fee: null,
  };
  return [{ job: 'collection-record', facts: collection }, { job: 'card-request', facts: { ...facts, kind, ground: null } }];
}
