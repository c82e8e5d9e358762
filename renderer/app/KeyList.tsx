import { useT } from '../i18n/i18n.ts';
import { Dialog } from '../ui/index.ts';

const GROUPS = [
  ['keys.anywhere', [['F1', 'keys.f1'], ['F4', 'keys.f4'], ['F5', 'keys.f5'], ['F12', 'keys.f12'], ['Enter', 'keys.enter'], ['Esc', 'keys.esc']]],
  ['keys.lists', [['F2', 'keys.f2'], ['F3', 'keys.f3'], ['↑ ↓', 'keys.arrows'], ['PgUp PgDn', 'keys.pages']]],
  ['keys.enrolment', [['F6', 'keys.f6'], ['F7', 'keys.f7'], ['F9', 'keys.f9'], ['F10', 'keys.f10'], ['F11', 'keys.f11']]],
  ['keys.portrait', [['F7', 'keys.window'], ['← → ↑ ↓', 'keys.face'], ['+ −', 'keys.head'], [', .', 'keys.turn'], ['PgUp PgDn', 'keys.tries']]],
  ['keys.images', [['+ −', 'keys.zoom'], ['0', 'keys.fit'], ['1', 'keys.true']]],
  ['keys.review', [['A', 'keys.a'], ['R', 'keys.r']]],
] as const;

export function KeyList({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const t = useT('shell');
  return (
    <Dialog open={open} onClose={onClose} title={t('keys.title')} size="medium">
      <div className="key-list">
        {GROUPS.map(([title, keys]) => (
          <section key={title}>
            <h2>{t(title)}</h2>
            <dl>
              {keys.map(([key, meaning]) => (
                <div key={key}><dt><kbd className="key">{key}</kbd></dt><dd>{t(meaning)}</dd></div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
