import type { PopulationSearch } from '../seams.ts';

/**
 * Why a citizen is looked up, as the gateway's MaDVC (at most 20 characters). These are the project's own names of the
 * procedures; the national codes take their place when an agreement with the gateway gives them.
 */
export const PROCEDURE_CODES: Readonly<Record<PopulationSearch['purpose'], string>> = {
  'first-issue': 'CC-CAP-MOI',
  exchange: 'CC-CAP-DOI',
  reissue: 'CC-CAP-LAI',
  'hand-over': 'CC-TRA-THE',
  adjust: 'CC-DIEU-CHINH',
};
/** Who connects (MaTichHop). */
export const INTEGRATION_CODE = 'TRAM-CAN-CUOC';
