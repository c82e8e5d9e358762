// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core';
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { startI18n } from '../i18n/i18n.ts';
import { standInMatchMedia } from '../testing/match-media.ts';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';

beforeAll(() => {
  standInMatchMedia();
  void startI18n();
});
afterEach(cleanup);

function Screen() {
  const [open, setOpen] = useState(false);
  return (
    <MantineProvider env="test">
      <button type="button">trước</button>
      <Button onClick={() => setOpen(true)}>mở</Button>
      <Dialog open={open} title="Hỏi" onClose={() => setOpen(false)}><Button autoFocus onClick={() => setOpen(false)}>đóng</Button></Dialog>
    </MantineProvider>
  );
}

it('opens each time, and gives the focus back to what opened it, the first time too', async () => {
  const user = userEvent.setup();
  render(<Screen />);
  expect(screen.queryByRole('dialog')).toBeNull();
  for (const how of ['{Escape}', '{Enter}', '{Escape}']) {
    const opener = screen.getByRole('button', { name: 'mở' });
    opener.focus();
    await user.keyboard('{Enter}');
    await screen.findByRole('dialog', { name: 'Hỏi' });
    await waitFor(() => expect(document.activeElement?.textContent).toBe('đóng'));
    await user.keyboard(how);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await waitFor(() => expect(document.activeElement).toBe(opener));
  }
});
