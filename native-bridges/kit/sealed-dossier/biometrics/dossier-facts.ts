import type { SealedData, SealedManifest } from '../../../../electron/contract/sealed.ts';
import type { Enrolment } from '../../../../electron/core/biometrics/enrolment/enrolment.ts';

/** A station whose name nobody has set yet. */
const NAMELESS = 'tram can cuoc';

/** What a transaction says of the dossier, from what the sealed file says of it. */
export function dossierFacts(data: Pick<SealedData, 'id' | 'number' | 'kind' | 'receivedOn'>, station: Pick<SealedManifest['station'], 'name'>): Enrolment['dossier'] {
  const unit = station.name.trim();
  return { id: data.id, number: data.number, kind: data.kind ?? '', unit: unit === '' ? NAMELESS : unit, receivedOn: data.receivedOn };
}
