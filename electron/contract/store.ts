import { citizenDeskContract, citizenDeskEvents } from './citizen-screen.ts';
import { dossierContract } from './dossier.ts';
import { formContract } from './forms.ts';
import { paperContract } from './paper-calls.ts';
import { populationContract } from './population.ts';
import { procedureContract } from './procedure.ts';
import { receptionContract } from './reception.ts';
import { sessionContract } from './session.ts';
import { stationContract, stationEvents } from './station.ts';
import { technicianContract } from './technician.ts';

export const storeEvents = { ...stationEvents, ...citizenDeskEvents } as const;

/** Everything a page may ask store-host. */
export const storeContract = { ...sessionContract, ...populationContract, ...dossierContract, ...paperContract, ...procedureContract, ...receptionContract, ...stationContract, ...formContract, ...citizenDeskContract, ...technicianContract } as const;
export type StoreContract = typeof storeContract;
