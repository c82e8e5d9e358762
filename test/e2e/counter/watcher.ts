/** What a player does is told step by step: the demo takes pictures and times, tests ignore it. */
export type Watcher = {
  /** A screen stands still and is worth looking at. */
  screen(name: string): Promise<void>;
  /** `work` waits for the program alone: neither the person nor a device is needed. */
  machine<T>(work: () => Promise<T>): Promise<T>;
  /** The officer looks at what has come before they press the next key. */
  look(): Promise<void>;
};
export const UNWATCHED: Watcher = { screen: () => Promise.resolve(), machine: (work) => work(), look: () => Promise.resolve() };
