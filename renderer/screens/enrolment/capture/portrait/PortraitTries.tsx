import { useT } from '../../../../app/hooks.ts';
import { useBlobUrl } from '../use-blob-url.ts';
import type { PortraitChoice } from './use-portraits.ts';

type Props = { readonly choices: readonly PortraitChoice[]; readonly shown: number; readonly onChoose: (number: number) => void };

/** The tries that can be used, side by side, each with how many criteria it meets: the one on the screen is marked. */
export function PortraitTries({ choices, shown, onChoose }: Props) {
  const t = useT('portrait');
  return (
    <section className="portrait-tries" aria-label={t('tries')}>
      <h2 className="side-heading">{t('tries')} <span className="muted">{t('tries.keys')}</span></h2>
      <div className="portrait-tries-row">
        {choices.map((choice) => <Try key={choice.number} choice={choice} shown={choice.number === shown} onChoose={onChoose} />)}
      </div>
    </section>
  );
}

function Try({ choice: { number, portrait }, shown, onChoose }: { readonly choice: PortraitChoice; readonly shown: boolean; readonly onChoose: Props['onChoose'] }) {
  const t = useT('portrait');
  const url = useBlobUrl(portrait.still.view, portrait.still.viewMediaType);
  const met = portrait.criteria.filter(({ ok }) => ok).length;
  return (
    <button type="button" className="portrait-try" aria-pressed={shown} onClick={() => onChoose(number)}>
      {url === undefined ? <span className="portrait-try-blank" /> : <img src={url} alt="" />}
      <span><strong>{t('try', { count: number })}</strong><span className={portrait.ok ? 'tone-done' : 'tone-look'}>{t('met', { met, of: portrait.criteria.length })}</span></span>
    </button>
  );
}
