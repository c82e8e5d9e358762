import type { Dossier } from '../../../electron/contract/dossier.ts';
import type { Representation } from '../../../electron/contract/procedure-facts.ts';
import type { DocumentKind } from '../../../electron/core/procedure/papers.ts';
import type { CollectionFacts, FeeFacts, FormFacts, FormInput, RepresentativeFacts } from '../../../electron/core/forms/form-facts.ts';

const DOCUMENT_WORDS: Readonly<Record<DocumentKind, string>> = {
  'old-card': 'Thẻ căn cước cũ', 'old-id-9': 'Chứng minh nhân dân 09 số', 'birth-certificate': 'Giấy khai sinh', 'residence-confirmation': 'Xác nhận thông tin cư trú',
  representative: 'Giấy tờ của người đại diện hợp pháp', 'civil-status-decision': 'Quyết định, trích lục về hộ tịch',
  'proof-of-sex': 'Giấy tờ xác định lại giới tính', 'nationality-decision': 'Quyết định về quốc tịch', 'number-decision': 'Văn bản xác lập lại số định danh', other: 'Giấy tờ khác',
};
const RELATION_WORDS: Readonly<Record<Representation['relation'], string>> = { father: 'cha', mother: 'mẹ', guardian: 'người giám hộ', other: 'người đại diện khác' };
const PROOF_WORDS: Readonly<Record<Representation['proof'], string>> = {
  none: '', 'population-database': 'CSDL quốc gia về dân cư', 'birth-certificate': 'giấy khai sinh', 'guardianship-decision': 'quyết định giám hộ', 'court-decision': 'quyết định của tòa án', other: 'giấy tờ khác',
};

export const representativeFacts = (one: Representation | null): RepresentativeFacts | null =>
  (one === null ? null : { fullName: one.name, pid: one.pid, relation: RELATION_WORDS[one.relation], proof: [PROOF_WORDS[one.proof], one.proofNumber].filter((part) => part !== '').join(' số ') });

/** The picture on the citizen's last card, as it is used again for a lost one. */
export type LastCard = { readonly sha256: string | null; readonly issuedOn: string };

/** What the forms of a dossier are filled in with. @param station name of the police station */
export function dossierForms(dossier: Dossier, station: string, lastCard: LastCard | undefined): readonly FormInput[] {
  const facts: FormFacts = {
    number: dossier.number, receivedOn: dossier.receivedOn, station, officerName: dossier.officerName, person: dossier.person, representative: representativeFacts(dossier.representation),
  };
  const asked = { kind: dossier.kind ?? 'first-issue', ground: dossier.ground } as const;
  const collection: CollectionFacts = {
    ...facts, ...asked, slots: dossier.captures.map(({ slot }) => slot), missing: dossier.missingFingers, reusesLast: dossier.capturePlan.reusesLast, lastCardIssuedOn: lastCard?.issuedOn ?? '',
    portraitSha256: (dossier.capturePlan.reusesLast ? lastCard?.sha256 : dossier.captures.find(({ slot }) => slot === 'portrait')?.sha256) ?? '',
    documents: dossier.documents.map(({ kind, number, issuedOn, pages }) => ({ kind: DOCUMENT_WORDS[kind], number, issuedOn, pages: pages.length })),
    fee: feeFacts(dossier.fee),
  };
  return [{ job: 'collection-record', facts: collection }, { job: 'card-request', facts: { ...facts, ...asked } }];
}

/** The fee as it stands: what was collected, else what is due. */
function feeFacts(fee: Dossier['fee']): FeeFacts | null {
  if (fee === null) return null;
  const receipt = fee.receipts.findLast((one) => one.void?.approved !== true);
  const explained = fee.exemption !== null ? `${fee.instrument}, miễn` : fee.reduction !== null ? `${fee.instrument}, giảm ${fee.reduction.percent} %` : fee.instrument;
  return { amountDong: receipt?.amountDong ?? fee.amountDong, explained, receiptNumber: receipt?.receiptNumber ?? '' };
}
