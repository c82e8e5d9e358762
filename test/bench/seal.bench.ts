import { makePki, makeSealInput, makeStation } from '../integration/seal-fixture.ts';
import { sealDossier } from '../../native-bridges/store-host/sealing/seal.ts';
import { rowOf, timed, type Row } from './row.ts';

const ROUNDS = 15;
const CAPTURE_BYTES = 1_200_000;

/** Seal of a dossier with five captures of 1.2 MB: ZIP, signature, encryption to the centre. */
export async function* sealRows(): AsyncIterable<Row> {
  const station = makeStation(makePki());
  const samples: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const input = makeSealInput(station, CAPTURE_BYTES);
    samples.push(await timed(() => sealDossier(input)));
  }
  yield rowOf('dossier seal, 6 MB', 'ms', samples, 300);
}
