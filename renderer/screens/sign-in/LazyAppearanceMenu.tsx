import { lazy, Suspense, useState } from 'react';
import { AppearanceButton } from './AppearanceButton.tsx';

/** A menu floats over the page, which takes more script than all of the sign-in form: it is read once the form is there. */
const AppearanceMenu = lazy(async () => ({ default: (await import('./AppearanceMenu.tsx')).AppearanceMenu }));

export function LazyAppearanceMenu() {
  const [asked, setAsked] = useState(false);
  return <Suspense fallback={<AppearanceButton onClick={() => setAsked(true)} />}><AppearanceMenu opened={asked} /></Suspense>;
}
