import type { Handlers } from '../../../electron/contract/call.ts';
import type { dossierContract } from '../../../electron/contract/dossier.ts';
import { PURPOSES, type populationContract } from '../../../electron/contract/population.ts';
import { isEditable } from '../../../electron/core/dossier/lifecycle.ts';
import type { FaceDesk } from '../population/face-desk.ts';
import type { FaceSearch } from '../seams.ts';
import type { PageContext } from '../station/page-context.ts';
import type { Station } from '../station/station.ts';
import { acting, noteView } from './acting.ts';

type FaceCalls = Pick<Handlers<typeof populationContract & typeof dossierContract, PageContext>, 'population.last-face' | 'dossier.last-face'>;

const purposeOf = (text: string): FaceSearch['purpose'] => PURPOSES.find((purpose) => purpose === text) ?? 'exchange';

/** The face on the last card, at identification and beside the new portrait. */
export const faceHandlers = (station: Station, faces: FaceDesk): FaceCalls => ({
  'population.last-face': async ({ lookupId, index }, context) => {
    const session = acting(context);
    const { person, purpose } = station.lookups.loadPerson(lookupId, index, session.user.id);
    const face = await faces.of({ pid: person.pid, purpose: purposeOf(purpose), officer: session.user });
    noteView(station, session, 'last-face.view', lookupId, person.pid);
    return faces.show(face);
  },

  'dossier.last-face': async ({ id }, context) => {
    const session = acting(context);
    const { state, databasePerson, lookupPurpose } = station.desk.view(id);
    let face = station.faces.pinned(id);
    // Who looks at what is still open asks the database; later it stays with what was compared.
    if (face === undefined && (isEditable(state) || state === 'submitted')) {
      face = await faces.of({ pid: databasePerson.pid, purpose: purposeOf(lookupPurpose), officer: session.user });
      if (face !== undefined) station.faces.pin(id, face);
    }
    noteView(station, session, 'last-face.view', id);
    return faces.show(face);
  },
});
