import type { Dossier } from '../../../../electron/contract/dossier.ts';
import { stepsOf } from '../../../../electron/core/dossier/step-order.ts';
import { assessDossier } from '../../../../electron/core/procedure/assess-dossier.ts';
import { EMPTY_PERSON } from '../../../../electron/core/person/person.ts';

type Of = Pick<Dossier, 'kind' | 'person' | 'databasePerson'>;

/** The fields of the procedure as the store would give them for a plain adult received on a day of 2026. */
export function procedureFields({ kind, person, databasePerson }: Of = { kind: 'exchange', person: EMPTY_PERSON, databasePerson: EMPTY_PERSON }) {
  const circumstances = { identification: 'database', representation: 'none', limitedCapacity: false, hold: 'none', hadCard: null, lastBiometrics: null } as const;
  const receivedOn = '2026-11-20';
  const { plan } = assessDossier({ ...circumstances, receivedOn, kind, ground: 'on-request', person, databasePerson, sequence: 'four-four-two', adjustmentOpen: false, exemption: null });
  const { findings: _, ...capturePlan } = plan;
  return {
    ...circumstances, receivedOn, ground: 'on-request', printSequence: 'four-four-two', representation: null, capturePlan: { ...capturePlan, prints: [...plan.prints] },
    reusedFace: null, fee: null, findings: [], exceptions: [], steps: [...stepsOf(plan)], stepTimes: [], receptionId: null,
  } satisfies Partial<Dossier>;
}
