import { useEffect, useState } from 'react';
import type { z } from 'zod';
import type { Dossier, dossierContract } from '../../../electron/contract/dossier.ts';
import { formatDateTime } from '../../../electron/core/time/format.ts';
import { useCall, useStore, useT } from '../../app/hooks.ts';
import { ErrorNotice } from '../../ui/index.ts';
import { actionKey } from './history-words.ts';

type Entry = z.infer<(typeof dossierContract)['dossier.history']['output']>[number];

/** Who did what and when, newest first, out of the audit. */
export function HistoryList({ dossier }: { readonly dossier: Pick<Dossier, 'id' | 'version'> }) {
  const t = useT('review');
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
  const newestFirst = entries?.toSorted((a, b) => b.at.localeCompare(a.at));
  const words = (action: string): string => {
    const key = actionKey(action);
    return key === undefined ? action : t(key);
  };
  return (
    <section className="history" aria-label={t('section.history')}>
      <h2 className="section-head">{t('section.history')}</h2>
      <ErrorNotice error={error} />
      {newestFirst?.length === 0 && <p className="muted">{t('history.none')}</p>}
      {newestFirst !== undefined && newestFirst.length > 0 && (
        <table className="rows">
          <thead><tr><th scope="col">{t('history.time')}</th><th scope="col">{t('history.who')}</th><th scope="col">{t('history.action')}</th></tr></thead>
          <tbody>
            {newestFirst.map((entry, i) => <tr key={i}><td>{formatDateTime(entry.at)}</td><td>{entry.who}</td><td>{words(entry.action)}</td></tr>)}
          </tbody>
        </table>
      )}
    </section>
  );
}
