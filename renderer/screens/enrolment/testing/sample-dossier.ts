import type { Dossier } from '../../../../electron/contract/dossier.ts';
import { EMPTY_PERSON, type Person } from '../../../../electron/core/person/person.ts';
import { demandedPapers } from '../../../../electron/core/procedure/paper-list.ts';
import { procedureFields } from './sample-procedure.ts';

/** Synthetic people for tests of the screens. */
export const BINH: Person = {
  ...EMPTY_PERSON, fullName: 'TRẦN THỊ BÌNH', pid: '079301000002', birthDate: '2001-02-28', sex: '2', ethnicity: 'Kinh', religion: 'Không',
  nationality: 'Việt Nam', birthRegistration: 'phường Bến Thành, Thành phố Hồ Chí Minh', homeTown: 'phường Phủ Lý, tỉnh Ninh Bình',
  residence: 'số 12 đường Giảng Võ, phường Giảng Võ, thành phố Hà Nội', currentAddress: 'số 12 đường Giảng Võ, phường Giảng Võ, thành phố Hà Nội',
  fatherName: 'TRẦN VĂN HÒA', motherName: 'PHẠM THỊ NHUNG',
};
export const AN: Person = { ...BINH, fullName: 'NGUYỄN VĂN AN', pid: '001095000001', oldIdNumber: '012345678', birthDate: '1995-03-15', sex: '1', residence: 'số 48 đường Kim Mã, phường Giảng Võ, thành phố Hà Nội' };

export const OFFICER_ID = '0192f0c1-0000-7000-8000-00000000000a';
export const DOSSIER_ID = '0192f0c1-0000-7000-8000-0000000000d1';
const OPENED_AT = '2026-11-20T02:00:00.000Z';

/** Papers follow from the case, as the store would say. */
export const sampleDossier = (part: Partial<Dossier> = {}): Dossier => {
  const dossier = plainDossier(part);
  return { ...dossier, papers: demandedPapers(dossier, dossier.documents) };
};

const plainDossier = (part: Partial<Dossier>): Dossier => ({
  ...procedureFields({ kind: 'exchange', person: BINH, databasePerson: BINH }), id: DOSSIER_ID, number: '26-1120-0007', state: 'draft', version: 1, fullName: BINH.fullName, pid: BINH.pid, birthDate: BINH.birthDate, sex: '2',
  kind: 'exchange', step: 'check', openedAt: OPENED_AT, updatedAt: OPENED_AT, officerId: OFFICER_ID, officerName: 'Nguyễn Thị An', regime: '2026',
  person: BINH, databasePerson: BINH, lookupPurpose: 'exchange', captures: [], attempts: [], missingFingers: [], documents: [], papers: [],
  citizenConfirmedAt: null, submittedAt: null, submittedBy: '', decidedAt: null, decidedBy: '', returned: null, centre: null, seal: null,
  supersedes: null, receiptCopies: 0, gaps: ['right-four', 'left-four', 'thumbs', 'portrait', 'signature', 'citizen-check'], ...part,
});
