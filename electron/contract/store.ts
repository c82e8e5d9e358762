import { dossierContract } from './dossier.ts';
import { formContract } from './forms.ts';
import { populationContract } from './population.ts';
import { procedureContract } from './procedure.ts';
import { receptionContract } from './reception.ts';
import { sessionContract } from './session.ts';
import { stationContract } from './station.ts';

export { storeEvents } from './station.ts';

/** Everything a page may ask store-host. */
export const storeContract = { ...sessionContract, ...populationContract, ...dossierContract, ...procedureContract, ...receptionContract, ...stationContract, ...formContract } as const;
export type StoreContract = typeof storeContract;
