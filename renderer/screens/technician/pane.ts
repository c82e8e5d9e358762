import type { ReactNode } from 'react';

/** What each pane of the technician's desk is given: the tabs, which stand in the place of its title. */
export type PaneProps = { readonly head: ReactNode };
