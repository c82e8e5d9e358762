import { useT } from '../../app/hooks.ts';
import { Button } from '../../ui/index.ts';
import type { Printing } from './use-printing.ts';

/** The first print is what the citizen waits for; later ones are copies. */
export const isPrintNext = ({ issued, chosen }: Printing): boolean => issued === 0 && chosen !== undefined;

/** Prints the receipt; loud until that has happened once. */
export function PrintButton({ printing, autoFocus = false }: { readonly printing: Printing; readonly autoFocus?: boolean }) {
  const t = useT('receipt');
  return (
    <Button kind={isPrintNext(printing) ? 'primary' : 'quiet'} shortcut="F10" autoFocus={autoFocus} busy={printing.busy} disabled={printing.chosen === undefined} onClick={printing.print}>
      {printing.issued === 0 ? t('print') : t('print.again')}
    </Button>
  );
}
