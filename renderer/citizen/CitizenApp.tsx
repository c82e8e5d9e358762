import { useEffect, type ReactNode } from 'react';
import { CITIZEN_LOCALES, type CitizenLocale } from '../../electron/contract/citizen-locales.ts';
import type { CitizenState } from '../../electron/contract/citizen-screen.ts';
import { useObservable } from '../app/hooks.ts';
import { speak, useT } from '../i18n/i18n.ts';
import { CheckPanel } from './CheckPanel.tsx';
import type { CitizenStation } from './citizen-station.ts';
import { GuidePanel } from './GuidePanel.tsx';

/** The citizen's window: one thing at a time, in very large type and in their language. Never a verdict. */
export function CitizenApp({ station }: { readonly station: CitizenStation }) {
  const state = useObservable(station.state);
  const locale = state?.locale ?? 'vi';
  useEffect(() => {
    void speak(locale);
    document.documentElement.lang = locale;
  }, [locale]);
  return (
    <div className="citizen-page">
      <Head state={state} onLocale={(chosen) => void station.call['citizen.choose-language']({ locale: chosen })} />
      <main className="citizen-main"><Panel state={state} station={station} /></main>
    </div>
  );
}

function Panel({ state, station }: { readonly state: CitizenState | null; readonly station: CitizenStation }): ReactNode {
  const t = useT('citizen');
  const view = state?.view;
  if (view?.phase === 'guide') return <GuidePanel key={view.slot} slot={view.slot} missing={view.missing} />;
  if (view?.phase === 'check') return <CheckPanel view={view} call={station.call} />;
  return (
    <div className="citizen-idle">
      <h1>{t('idle.title')}</h1>
      <p>{t('idle.text')}</p>
    </div>
  );
}

function Head({ state, onLocale }: { readonly state: CitizenState | null; readonly onLocale: (locale: CitizenLocale) => void }) {
  const t = useT('citizen');
  return (
    <header className="citizen-head">
      <span className="citizen-station">{state?.station ?? ''}</span>
      {state?.practice === true && <strong className="citizen-practice">{t('practice')}</strong>}
      <span className="citizen-languages" role="group" aria-label={t('language')}>
        {CITIZEN_LOCALES.map((locale) => (
          <button key={locale} type="button" lang={locale} className="citizen-language" aria-pressed={locale === (state?.locale ?? 'vi')} onClick={() => onLocale(locale)}>{t(`language.${locale}`)}</button>
        ))}
      </span>
    </header>
  );
}
