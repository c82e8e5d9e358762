import { useEffect, useState } from 'react';
import { useCall, useInfo, useStore } from '../../app/hooks.ts';
import { useFindText, useLocale, useT } from '../../i18n/i18n.ts';
import { ErrorNotice } from '../../ui/index.ts';
import { diagnosticLines, type DiagnosticLine, type Fact, type FindWords } from './diagnostic-lines.ts';

/** Versions, sizes, cipher: what a technician reads out on the telephone. */
export function Diagnostics() {
  const t = useT('technician');
  const find = useFindText();
  const comma = useLocale() === 'vi' ? ',' : '.';
  const info = useInfo();
  const view = useCall(useStore()['diagnostics.view']);
  const [facts, setFacts] = useState<readonly Fact[]>([]);
  const { run } = view;
  useEffect(() => {
    void run({}).then((reply) => reply.ok && setFacts(reply.value));
  }, [run]);
  const words: FindWords = (key, holes) => find('technician', key, holes);
  const versions: readonly DiagnosticLine[] = [
    { label: t('program'), value: info.appVersion, technical: true },
    { label: t('runtime'), value: `Electron ${info.electron} · ${info.runtime}`, technical: true },
    { label: 'Chromium', value: info.chrome, technical: true },
    { label: 'Node', value: info.node, technical: true },
  ];
  const lines = [...versions, ...diagnosticLines(facts, words, comma)];
  return (
    <section aria-label={t('diagnostics')}>
      <h2>{t('diagnostics')}</h2>
      <ErrorNotice error={view.error} />
      <table className="table diagnostics">
        <tbody>
          {lines.map(({ label, value, technical }, index) => (
            <tr key={`${index}-${label}`}><th scope="row">{label}</th><td className={technical ? 'diagnostics-technical' : ''}>{value}</td></tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
