import type { NgspRequest } from '../../../electron/contract/ngsp.ts';
import type { PopulationSearch } from '../seams.ts';
import { INTEGRATION_CODE, PROCEDURE_CODES } from './procedure-codes.ts';

/** Longest officer code of the gateway. */
const MAX_OFFICER_CODE = 20;

/** Who asks, for what, under which number: on every request to the gateway. */
export const headOf = ({ purpose, officerLogin, requestId }: Pick<PopulationSearch, 'purpose' | 'officerLogin' | 'requestId'>): Pick<NgspRequest, 'MaYeuCau' | 'MaDVC' | 'MaTichHop' | 'MaDonVi' | 'MaCanBo'> => ({
  MaYeuCau: requestId, MaDVC: PROCEDURE_CODES[purpose], MaTichHop: INTEGRATION_CODE, MaDonVi: '', MaCanBo: officerLogin.slice(0, MAX_OFFICER_CODE),
});
