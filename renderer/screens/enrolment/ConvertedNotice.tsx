import { useT } from '../../app/hooks.ts';
import { Notice } from '../../ui/index.ts';
import type { PastedText } from './use-pasted-text.ts';

/** Says that pasted text was turned into Unicode, and offers it as it was. */
export function ConvertedNotice({ of: { converted, takeBack }, onUndo }: { readonly of: PastedText; readonly onUndo: (from: string) => void }) {
  const t = useT('find');
  if (converted === undefined) return null;
  const undo = (): void => {
    takeBack();
    onUndo(converted.from);
  };
  return <Notice tone="now" title={t('converted', { encoding: t(`encoding.${converted.encoding}`) })} action={{ label: t('converted.undo'), run: undo }} />;
}
