import type { ReactNode } from 'react';
import { useT } from '../i18n/i18n.ts';
import { Button } from './Button.tsx';
import type { Zoomed } from './use-zoom.ts';

export type ZoomFrameProps = {
  readonly zoom: Zoomed;
  /** What the pane shows, for those who don't see it. */
  readonly label: string;
  /** What and when, always with the picture. */
  readonly caption: string;
  readonly children: ReactNode;
};

/** The pane that a picture is seen through, with its caption and the buttons of what the keys do. */
export function ZoomFrame({ zoom, label, caption, children }: ZoomFrameProps) {
  const t = useT('shell');
  const { pane, shown, onKey } = zoom;
  return (
    <figure className="zoomable">
      <div ref={pane} className="zoomable-pane" tabIndex={0} role="group" aria-label={label} onKeyDown={(event) => onKey(event.key)}>{shown > 0 && children}</div>
      <figcaption>
        <span>{caption}</span>
        <span className="zoomable-tools">
          <Button onClick={() => onKey('-')} title={t('zoomOut')}>−</Button>
          <span className="zoomable-scale">{shown > 0 && `${Math.round(shown * 100)}%`}</span>
          <Button onClick={() => onKey('+')} title={t('zoomIn')}>+</Button>
          <Button onClick={() => onKey('0')} shortcut="0">{t('zoomFit')}</Button>
          <Button onClick={() => onKey('1')} shortcut="1">{t('zoomTrue')}</Button>
        </span>
      </figcaption>
    </figure>
  );
}
