import { useEffect, useState } from 'react';
import { useCall, useInfo, useStore } from '../../app/hooks.ts';
import { useT } from '../../i18n/i18n.ts';
import { ErrorNotice } from '../../ui/index.ts';

type Line = { readonly name: string; readonly value: string };

/** Versions, sizes, cipher: what a technician reads out on the telephone. */
export function Diagnostics() {
  const t = useT('technician');
  const info = useInfo();
  const view = useCall(useStore()['diagnostics.view']);
  const [lines, setLines] = useState<readonly Line[]>([]);
  const { run } = view;
  useEffect(() => {
    void run({}).then((reply) => reply.ok && setLines(reply.value));
  }, [run]);
  const own: readonly Line[] = [
    { name: t('program'), value: info.appVersion },
    { name: t('runtime'), value: `Electron ${info.electron} · ${info.runtime}` },
    { name: 'Chromium', value: info.chrome },
    { name: 'Node', value: info.node },
  ];
  return (
    <section aria-label={t('diagnostics')}>
      <h2>{t('diagnostics')}</h2>
      <ErrorNotice error={view.error} />
      <table className="table diagnostics">
        <tbody>{[...own, ...lines].map((line, index) => <tr key={`${index}-${line.name}`}><th scope="row">{line.name}</th><td>{line.value}</td></tr>)}</tbody>
      </table>
    </section>
  );
}
