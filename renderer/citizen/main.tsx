import '../ui/fonts.css';
import '../ui/tokens.css';
import '../ui/base.css';
import './citizen.css';
import { createRoot } from 'react-dom/client';
import { startI18n } from '../i18n/i18n.ts';
import { loadFonts } from '../ui/load-fonts.ts';
import { CitizenApp } from './CitizenApp.tsx';
import { startCitizen } from './citizen-station.ts';

loadFonts();
await startI18n();
const root = document.getElementById('root');
if (root === null) throw new Error('citizen.html has no root');
createRoot(root).render(<CitizenApp station={startCitizen(window)} />);
