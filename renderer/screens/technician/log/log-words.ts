import { useTranslation } from 'react-i18next';
import type { LogLine } from '../../../../electron/contract/technician.ts';
import { useT } from '../../../i18n/i18n.ts';

/** A line of the log as a sentence; an error code has its own in the errors' texts. What has none is shown as it is kept. */
export function useLogWords(): (line: LogLine) => string {
  const t = useT('technician');
  const { i18n } = useTranslation();
  return ({ code, detail }) => {
    if (i18n.exists(`log.${code}`, { ns: 'technician' })) return (t as (name: string, fill: object) => string)(`log.${code}`, detail);
    return i18n.exists(code, { ns: 'errors' }) ? (i18n.t as (name: string, fill: object) => string)(`errors:${code}`, detail) : code;
  };
}
