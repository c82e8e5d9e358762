import { Modal } from '@mantine/core';
import { useEffect, useReducer, type ReactNode } from 'react';
import { useT } from '../i18n/i18n.ts';
import { Button } from './Button.tsx';

export type DialogProps = {
  readonly open: boolean;
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly size?: 'small' | 'medium' | 'large';
};
const WIDTH_PX = { small: 440, medium: 640, large: 960 } as const;

/** A question or a short form over the screen. Esc closes it and changes nothing. Put `autoFocus` on the field or button to start with. */
export function Dialog({ open, title, onClose, children, size = 'small' }: DialogProps) {
  const t = useT('shell');
  // Most dialogs of a screen are never opened: each is mounted when it is opened first. Closed at first, for Mantine notes where the focus
  // shall go back to when a closed one opens.
  const [mounted, mount] = useReducer(() => true, false);
  useEffect(() => {
    if (open) mount();
  }, [open]);
  if (!open && !mounted) return null;
  return (
    // lockScroll would add a <style> element, which the page's policy forbids; the page itself never scrolls.
    <Modal opened={open && mounted} onClose={onClose} title={title} size={WIDTH_PX[size]} centered lockScroll={false}
      transitionProps={{ duration: 0 }} closeButtonProps={{ 'aria-label': t('close') }} attributes={{ header: { role: 'presentation' } }}>
      {children}
    </Modal>
  );
}

export type ConfirmDialogProps = Omit<DialogProps, 'children' | 'size'> & {
  readonly children?: ReactNode;
  /** A verb: what will happen. */
  readonly confirm: string;
  readonly onConfirm: () => void;
  readonly kind?: 'primary' | 'danger';
  readonly busy?: boolean;
  readonly disabled?: boolean;
};

/** Asks before something that can't be undone; focus is on the answer, Enter gives it. */
export function ConfirmDialog({ confirm, onConfirm, kind = 'primary', busy, disabled, children, ...dialog }: ConfirmDialogProps) {
  const t = useT('shell');
  return (
    <Dialog {...dialog}>
      <div className="dialog-body">{children}</div>
      <div className="dialog-actions">
        <Button onClick={dialog.onClose} shortcut="Esc">{t('cancel')}</Button>
        <Button kind={kind} onClick={onConfirm} busy={busy === true} disabled={disabled === true} autoFocus shortcut="Enter">{confirm}</Button>
      </div>
    </Dialog>
  );
}
