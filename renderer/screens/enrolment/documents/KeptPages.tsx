import type { Dossier } from '../../../../electron/contract/dossier.ts';
import type { DocumentPage } from '../../../../electron/contract/paper.ts';
import { useT } from '../../../app/hooks.ts';
import { Button, EmptyState } from '../../../ui/index.ts';
import { KeptImageView } from '../../review/images/KeptImageView.tsx';
import { Thumbnail } from '../../review/images/Thumbnail.tsx';
import { pageImage } from '../../review/images/kept-image.ts';
import type { PaperRow } from './paper-rows.ts';

export type KeptPagesProps = {
  readonly dossier: Pick<Dossier, 'id'>;
  readonly row: PaperRow;
  readonly shownId: string | undefined;
  /** Whether pages can be photographed now. */
  readonly hasCamera: boolean;
  readonly onShow: (pageId: string) => void;
  readonly onMove: (page: DocumentPage, to: number) => void;
  readonly onRemove: (page: DocumentPage) => void;
};

/** The pages of a paper: a strip to choose from, put in order, take away; the chosen one large. */
export function KeptPages({ dossier, row, shownId, hasCamera, onShow, onMove, onRemove }: KeptPagesProps) {
  const t = useT('papers');
  const pages = row.entry?.pages ?? [];
  const shown = pages.find(({ id }) => id === shownId) ?? pages[0];
  if (shown === undefined) return <EmptyState title={t('pages.none')}>{t(hasCamera ? 'pages.none.text' : 'pages.no-camera')}</EmptyState>;
  const at = pages.indexOf(shown);
  const show = (to: number): void => {
    const page = pages[Math.min(pages.length - 1, Math.max(0, to))];
    if (page === undefined) return;
    onShow(page.id);
    document.getElementById(`page-${page.id}`)?.focus();
  };
  const onKey = (event: React.KeyboardEvent): void => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (by !== 0 && event.ctrlKey) onMove(shown, Math.max(0, at + by));
    if (by !== 0 && !event.ctrlKey) show(at + by);
    if (event.key === 'Delete') onRemove(shown);
  };
  return (
    <div className="pages">
      <div className="pages-head">
        <div className="film-strip" role="tablist" aria-label={t('pages')} onKeyDown={onKey}>
          {pages.map((page, n) => (
            <button key={page.id} id={`page-${page.id}`} type="button" role="tab" aria-selected={page === shown} tabIndex={page === shown ? 0 : -1} className="film-frame page-frame" onClick={() => onShow(page.id)}>
              <Thumbnail dossierId={dossier.id} image={pageImage(page, row.kind, n)} />
              <span>{page.warnings.length > 0 && <span className="tone-look" aria-hidden="true">▲ </span>}{t('page', { n: n + 1 })}</span>
            </button>
          ))}
        </div>
        <div className="pages-tools">
          <Button disabled={at === 0} shortcut="Ctrl ←" onClick={() => onMove(shown, at - 1)}>{t('page.earlier')}</Button>
          <Button disabled={at === pages.length - 1} shortcut="Ctrl →" onClick={() => onMove(shown, at + 1)}>{t('page.later')}</Button>
          <Button shortcut="Del" onClick={() => onRemove(shown)}>{t('page.remove')}</Button>
        </div>
      </div>
      <div className="page-large" role="tabpanel" aria-label={t('page', { n: at + 1 })}><KeptImageView dossierId={dossier.id} image={pageImage(shown, row.kind, at)} /></div>
    </div>
  );
}
