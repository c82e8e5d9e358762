import type { Handlers } from '../../../electron/contract/call.ts';
import type { StoreContract } from '../../../electron/contract/store.ts';
import { citizenDeskHandlers } from '../citizen-screen/citizen-handlers.ts';
import { asStoreFailure } from '../database/sqlite-failure.ts';
import { FaceDesk } from '../population/face-desk.ts';
import type { PageContext } from '../station/page-context.ts';
import type { Station } from '../station/station.ts';
import { contactHandlers } from './contact-handlers.ts';
import { decisionHandlers } from './decision-handlers.ts';
import { dossierHandlers } from './dossier-handlers.ts';
import { editHandlers } from './edit-handlers.ts';
import { faceHandlers } from './face-handlers.ts';
import { formHandlers } from './form-handlers.ts';
import { feeHandlers } from './fee-handlers.ts';
import { paperHandlers } from './paper-handlers.ts';
import { populationHandlers, type Centre } from './population-handlers.ts';
import { procedureHandlers } from './procedure-handlers.ts';
import { receptionHandlers } from './reception-handlers.ts';
import { sessionHandlers } from './session-handlers.ts';
import { stationHandlers, type StationServices } from './station-handlers.ts';
import { technicianHandlers } from './technician-handlers.ts';
import { userHandlers } from './user-handlers.ts';

type StoreHandlers = Handlers<StoreContract, PageContext>;

/** Everything of storeContract; a full or failing disk becomes its code on the way out. */
export function storeHandlers(station: Station, centre: Centre, services: StationServices): StoreHandlers {
  return withStoreFailures({
    ...sessionHandlers(station), ...userHandlers(station), ...populationHandlers(station, centre), ...dossierHandlers(station), ...faceHandlers(station, new FaceDesk({ station, centreUrl: centre.url, client: centre.faces })),
    ...editHandlers(station), ...paperHandlers(station), ...decisionHandlers(station), ...procedureHandlers(station), ...feeHandlers(station), ...receptionHandlers(station, services.receptions), ...contactHandlers(station),
    ...technicianHandlers(station, services), ...stationHandlers(station, services), ...formHandlers(station, services.forms), ...citizenDeskHandlers(station.citizenScreen),
  });
}

type AnyHandler = (input: never, context: PageContext) => unknown;

function withStoreFailures(handlers: StoreHandlers): StoreHandlers {
  const guarded = Object.entries<AnyHandler>(handlers).map(([name, handler]) => [name, async (input: never, context: PageContext) => {
    try {
      return await handler(input, context);
    } catch (error) {
      throw asStoreFailure(error);
    }
  }] as const);
  return Object.fromEntries(guarded) as unknown as StoreHandlers;
}
