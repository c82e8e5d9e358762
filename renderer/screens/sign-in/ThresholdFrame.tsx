import type { ReactNode } from 'react';
import { PracticeRibbon } from '../../app/PracticeRibbon.tsx';
import type { Session } from '../../app/session.ts';
import { useT } from '../../i18n/i18n.ts';
import { LazyAppearanceMenu } from './LazyAppearanceMenu.tsx';
import './sign-in.css';

/** The page before and between work: which station this is, the form, and the law in one line. */
export function ThresholdFrame({ session, children, aside }: { readonly session: Session; readonly children: ReactNode; readonly aside?: ReactNode }) {
  const t = useT('signin');
  const shell = useT('shell');
  return (
    <div className="threshold">
      <PracticeRibbon practice={session.practice} />
      <header className="threshold-head">
        <div>
          <p className="threshold-name">{shell('appName')}</p>
          <p className="muted">{session.station.name} · {session.station.counter}</p>
        </div>
        <LazyAppearanceMenu />
      </header>
      <main className={aside ? 'threshold-main threshold-two' : 'threshold-main'}>
        <div className="threshold-card">{children}</div>
        {aside}
      </main>
      <footer className="threshold-foot">
        <p>{t('penalty')}</p>
        <p className="muted">{t('audited')}</p>
      </footer>
    </div>
  );
}
