import { createTheme } from '@mantine/core';

/** Names only; the values are in tokens.css and mantine.css. */
export const mantineTheme = createTheme({
  fontFamily: 'var(--font)',
  defaultRadius: 'var(--radius)',
  cursorType: 'pointer',
});
