import { useState } from 'react';
import type { Lookup, OfflineLookup } from '../../../../electron/contract/population.ts';
import type { SearchProblem } from '../../../../electron/core/person/find/search-terms.ts';
import type { Person } from '../../../../electron/core/person/person.ts';
import type { WireError } from '../../../../electron/core/errors/app-error.ts';
import { useCall, useStore } from '../../../app/hooks.ts';
import { EMPTY_BOX, questionOf, type BoxText, type Question } from './box-text.ts';
import { rememberedPurpose, rememberPurpose, type Purpose } from './remembered-purpose.ts';

/** A look-up with the question it answers: comparing needs both. */
export type Answered = {
  readonly lookup: Lookup;
  readonly question: Question;
  readonly purpose: Purpose;
  /** Known without asking the database: from an earlier look-up, or typed from papers. */
  readonly offline?: Pick<OfflineLookup, 'identification' | 'seenAt'>;
};

export type Find = {
  readonly purpose: Purpose;
  readonly box: BoxText;
  readonly problem: SearchProblem | null;
  readonly answered: Answered | null;
  readonly index: number;
  readonly busy: boolean;
  readonly error: WireError | null;
  setPurpose(purpose: Purpose): void;
  setBox(box: BoxText): void;
  setIndex(index: number): void;
  /** Asks what stands in the box, or `box` where that is newer than the screen. */
  look(box?: BoxText): Promise<void>;
  /** The line is down: among people seen before (`null`), or as typed from papers. Marked and checked later. */
  identifyOffline(person: Person | null): Promise<void>;
};

/** The look-up of the find step: one box, one purpose, one answer, of which one person is chosen. */
export function useFind(): Find {
  const store = useStore();
  const search = useCall(store['population.search']);
  const offline = useCall(store['population.identify-offline']);
  const [purpose, setPurpose] = useState<Purpose>(rememberedPurpose);
  const [box, setBox] = useState<BoxText>(EMPTY_BOX);
  const [problem, setProblem] = useState<SearchProblem | null>(null);
  const [answered, setAnswered] = useState<Answered | null>(null);
  const [index, setIndex] = useState(0);
  const forget = (): void => {
    setAnswered(null);
    setProblem(null);
    search.clear();
    offline.clear();
  };
  const look = async (asked: BoxText = box): Promise<void> => {
    if (search.busy) return;
    forget();
    setBox(asked);
    const question = questionOf(asked);
    if (!question.ok) return setProblem(question.error);
    const reply = await search.run({ purpose, query: question.value.terms });
    if (!reply.ok) return;
    setIndex(0);
    setAnswered({ lookup: reply.value, question: question.value, purpose });
  };
  const identifyOffline = async (person: Person | null): Promise<void> => {
    const question = questionOf(box);
    if (offline.busy || !question.ok) return;
    const reply = await offline.run({ purpose, query: question.value.terms, person });
    if (!reply.ok) return;
    const { identification, seenAt, ...lookup } = reply.value;
    search.clear();
    setIndex(0);
    setAnswered({ lookup, question: question.value, purpose, offline: { identification, seenAt } });
  };
  return {
    identifyOffline, purpose, box, problem, answered, index, busy: search.busy || offline.busy, error: search.error ?? offline.error, setIndex, look,
    setPurpose: (chosen) => {
      setPurpose(chosen);
      rememberPurpose(chosen);
      forget();
    },
    setBox: (text) => {
      setBox(text);
      forget();
    },
  };
}
