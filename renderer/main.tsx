import '@mantine/core/styles/default-css-variables.css';
import './ui/mantine.css';
import './ui/fonts.css';
import './ui/tokens.css';
import './ui/base.css';
import './ui/components.css';
import './app/frame.css';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { appearance, applyAppearance } from './app/appearance.ts';
import { startStation } from './app/station.ts';
import { startI18n } from './i18n/i18n.ts';
import { loadFonts } from './ui/load-fonts.ts';

applyAppearance();
loadFonts();
const speaks = startI18n();
const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no root');
const app = createRoot(root);
const station = startStation(window);
/** At once, and not in a task of its own: Chromium keeps the compiled code of what has run when a module ends (ADR 0075). */
const draw = (): void => flushSync(() => app.render(<App station={station} />));
if (appearance.get().locale === 'vi') draw();
else void speaks.then(draw);
