import type { ReactNode } from 'react';

export type StepFrameProps = {
  readonly title: string;
  /** Stands in the title's place, for a screen that starts with a search; the title is then only spoken. */
  readonly head?: ReactNode;
  /** Small words beside the title: counts, times, a badge. */
  readonly aside?: ReactNode;
  /** Notices between title and content; they push, never cover. */
  readonly notices?: ReactNode;
  readonly children: ReactNode;
  /** Quiet actions, bottom left. */
  readonly actions?: ReactNode;
  /** Quiet actions right beside the primary one. */
  readonly moreActions?: ReactNode;
  /** The one thing to do next, bottom right, with its key. */
  readonly primary?: ReactNode;
  /** The content scrolls by itself (default), or its parts do. */
  readonly scroll?: boolean;
};

/** A screen: title row, content, action bar. */
export function StepFrame({ title, head, aside, notices, children, actions, moreActions, primary, scroll = true }: StepFrameProps) {
  const hasBar = actions !== undefined || primary !== undefined || moreActions !== undefined;
  return (
    <section className="step-frame" aria-label={title}>
      <header className={head === undefined ? 'step-title' : 'step-title step-title-head'}>
        <h1 className={head === undefined ? undefined : 'only-spoken'}>{title}</h1>
        {head !== undefined && <div className="step-head">{head}</div>}
        {aside !== undefined && <div className="step-aside">{aside}</div>}
      </header>
      {notices !== undefined && <div className="step-notices">{notices}</div>}
      <div className={scroll ? 'step-content step-content-scroll' : 'step-content'}>{children}</div>
      {hasBar && (
        <footer className="action-bar">
          <div className="action-bar-left">{actions}</div>
          <div className="action-bar-right">{moreActions}{primary}</div>
        </footer>
      )}
    </section>
  );
}
