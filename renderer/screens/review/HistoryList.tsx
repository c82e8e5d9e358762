import { useEffect, useState } from 'react';
import type { z } from 'zod';
import type { Dossier, dossierContract } from '../../../electron/contract/dossier.ts';
import { formatDateTime } from '../../../electron/core/time/format.ts';
import { useCall, useStore, useT } from '../../app/hooks.ts';
import { ErrorNotice } from '../../ui/index.ts';
import { historyLines } from './history-lines.ts';

type Entry = z.infer<(typeof dossierContract)['dossier.history']['output']>[number];

/** Who did what and when, newest first, out of the audit. */
export function HistoryList({ dossier }: { readonly dossier: Pick<Dossier, 'id' | 'version'> }) {
  const t = useT('review');
  const audit = useT('audit');
  const store = useStore();
  const { run, error } = useCall(store['dossier.history']);
  const [entries, setEntries] = useState<readonly Entry[]>();
  useEffect(() => {
    let wanted = true;
    void run({ id: dossier.id }).then((reply) => wanted && reply.ok && setEntries(reply.value));
    return () => {
      wanted = false;
    };
  }, [run, dossier.id, dossier.version]);
  const lines = entries === undefined ? undefined : historyLines(entries);
  // An action that has no words yet is shown by its name.
  const words = (action: string): string => audit(`action.${action}` as 'title', { defaultValue: action });
  return (
    <section className="history" aria-label={t('section.history')}>
      <h2 className="section-head">{t('section.history')}</h2>
      <ErrorNotice error={error} />
      {lines?.length === 0 && <p className="muted">{t('history.none')}</p>}
      {lines !== undefined && lines.length > 0 && (
        <table className="rows">
          <thead><tr><th scope="col">{t('history.time')}</th><th scope="col">{t('history.who')}</th><th scope="col">{t('history.action')}</th></tr></thead>
          <tbody>
            {lines.map(({ at, who, action, count }) => (
              <tr key={`${at} ${action}`}><td>{formatDateTime(at)}</td><td>{who}</td><td>{count === 1 ? words(action) : t('history.times', { what: words(action), count })}</td></tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
