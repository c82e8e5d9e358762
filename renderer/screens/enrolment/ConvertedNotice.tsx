import { useT } from '../../app/hooks.ts';
import { Notice } from '../../ui/index.ts';
import type { PastedText } from './use-pasted-text.ts';

type Props = { readonly of: PastedText; readonly onUndo: (from: string) => void; /** In the cell of a table, where a box would push the rows apart. */ readonly inCell?: boolean };

/** Says that pasted text was turned into Unicode, and offers it as it was. */
export function ConvertedNotice({ of: { converted, takeBack }, onUndo, inCell = false }: Props) {
  const t = useT('find');
  if (converted === undefined) return null;
  const undo = (): void => {
    takeBack();
    onUndo(converted.from);
  };
  const title = t('converted', { encoding: t(`encoding.${converted.encoding}`) });
  if (inCell) return <p className="cell-told" role="status">{title} <button type="button" className="link" onClick={undo}>{t('converted.undo')}</button></p>;
  return <Notice tone="now" title={title} action={{ label: t('converted.undo'), run: undo }} />;
}
