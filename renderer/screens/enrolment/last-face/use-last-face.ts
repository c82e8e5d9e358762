import { useEffect, useEffectEvent, useState } from 'react';
import type { LastFace } from '../../../../electron/contract/population.ts';
import type { Reply } from '../../../../electron/contract/call.ts';
import type { WireError } from '../../../../electron/core/errors/app-error.ts';
import { localDay } from '../../../../electron/core/time/format.ts';
import { useStore } from '../../../app/hooks.ts';

export type KnownFace = NonNullable<LastFace['face']>;
/** `face`: undefined while it is asked for, null where no card was ever issued. `kept`: it is of an earlier day. */
export type LastFaceAnswer = { readonly face: KnownFace | null | undefined; readonly error: WireError | null; readonly kept: boolean };

type Answer = { readonly of: string; readonly reply: Reply<LastFace>; readonly kept: boolean };
const WAITING: LastFaceAnswer = { face: undefined, error: null, kept: false };

const isKept = (reply: Reply<LastFace>): boolean => reply.ok && reply.value.face !== null && localDay(reply.value.face.seenAt) !== localDay(Date.now());

/** The face of one person of a look-up. */
export function useFoundFace(lookupId: string, index: number): LastFaceAnswer {
  const store = useStore();
  return useAnswer(`${lookupId} ${index}`, () => store['population.last-face']({ lookupId, index }));
}

/** The face that a dossier's citizen was identified by. */
export function useDossierFace(id: string): LastFaceAnswer {
  const store = useStore();
  return useAnswer(id, () => store['dossier.last-face']({ id }));
}

/** An answer about somebody else is never shown. */
function useAnswer(of: string, ask: () => Promise<Reply<LastFace>>): LastFaceAnswer {
  const [answer, setAnswer] = useState<Answer>();
  const asking = useEffectEvent(ask);
  useEffect(() => {
    let wanted = true;
    void asking().then((reply) => wanted && setAnswer({ of, reply, kept: isKept(reply) }));
    return () => {
      wanted = false;
    };
  }, [of]);
  if (answer?.of !== of) return WAITING;
  const { reply, kept } = answer;
  return reply.ok ? { face: reply.value.face, error: null, kept } : { face: null, error: reply.error, kept };
}
