import type { BootView } from '../../../electron/contract/page.ts';
import { useLasting } from '../../app/hooks.ts';
import { Progress } from '../../ui/Progress.tsx';
import { useT } from '../../i18n/i18n.ts';
import { BlockedScreen } from './BlockedScreen.tsx';
import { PassphraseScreen } from './PassphraseScreen.tsx';
import './boot.css';

/** Before the sign-in screen: opening, the station's passphrase, or why it can't start. */
export function BootScreen({ view }: { readonly view: BootView }) {
  if (view.phase === 'blocked') return <BlockedScreen error={view.error} />;
  if (view.phase === 'passphrase') return <PassphraseScreen first={view.first} />;
  return <Starting />;
}

function Starting() {
  const t = useT('shell');
  const shown = useLasting(true);
  return <main className="boot" aria-busy="true">{shown && <div className="boot-card"><Progress label={t('boot.starting')} /></div>}</main>;
}
