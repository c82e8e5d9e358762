import { MantineProvider } from '@mantine/core';
import { appearance } from './appearance.ts';
import { StationContext, useObservable } from './hooks.ts';
import { Stage } from './Stage.tsx';
import { mantineTheme } from '../ui/mantine-theme.ts';
import type { Station } from './station.ts';

/** The whole page. Mantine's variables come from a stylesheet file: the page's policy forbids <style> elements. */
export function App({ station }: { readonly station: Station }) {
  const { theme } = useObservable(appearance);
  return (
    <MantineProvider theme={mantineTheme} forceColorScheme={theme === 'dark' ? 'dark' : 'light'} withCssVariables={false} withGlobalClasses={false}>
      <StationContext value={station}>
        <Stage />
      </StationContext>
    </MantineProvider>
  );
}
