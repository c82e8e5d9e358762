import '@mantine/core/styles/default-css-variables.css';
import './ui/mantine.css';
import './ui/fonts.css';
import './ui/tokens.css';
import './ui/base.css';
import './ui/components.css';
import './app/frame.css';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { applyAppearance } from './app/appearance.ts';
import { startStation } from './app/station.ts';
import { startI18n } from './i18n/i18n.ts';

applyAppearance();
startI18n();
const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no root');
createRoot(root).render(<App station={startStation(window)} />);
