import type { z } from 'zod';
import type { storeEvents } from '../../../electron/contract/store.ts';
import type { User } from '../../../electron/contract/session.ts';
import type { Sessions } from '../people/sessions.ts';

type StoreEvents = typeof storeEvents;
export type Emit = <K extends keyof StoreEvents & string>(event: K, payload: z.input<StoreEvents[K]>) => void;

/** One sign-in, shared by every port that carries its token. */
export type OpenSession = {
  readonly tokenHash: string;
  readonly user: User;
  readonly locked: boolean;
  /** epoch ms of the last thing a person did */
  readonly activeAtMs: number;
  /** What this session has already been seen looking at, so that a refreshed screen is not a second view. Subject → epoch ms. */
  readonly seen: Map<string, number>;
};

/** What store-host knows about one page's port. */
export type PageContext = {
  readonly sessions: Sessions;
  readonly emit: Emit;
  tokenHash: string | undefined;
};
