import { Menu, type BrowserWindow, type MenuItemConstructorOptions } from 'electron';

/** Cut, copy and paste where there is text to do it with; nothing else is ever offered. */
export function offerTextMenu(window: BrowserWindow): void {
  window.webContents.on('context-menu', (_event, { isEditable, selectionText, editFlags }) => {
    const items: MenuItemConstructorOptions[] = [];
    if (isEditable) items.push({ role: 'cut', label: 'Cắt', enabled: editFlags.canCut });
    if (isEditable || selectionText !== '') items.push({ role: 'copy', label: 'Sao chép', enabled: editFlags.canCopy });
    if (isEditable) items.push({ role: 'paste', label: 'Dán', enabled: editFlags.canPaste });
    if (items.length > 0) Menu.buildFromTemplate(items).popup({ window });
  });
}
