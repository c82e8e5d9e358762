import type { LogLine } from '../../../../electron/contract/technician.ts';
import { useFindText } from '../../../i18n/i18n.ts';

/** A line of the log as a sentence; an error code has its own in the errors' texts. What has none is shown as it is kept. */
export function useLogWords(): (line: LogLine) => string {
  const find = useFindText();
  return ({ code, detail }) => find('technician', `log.${code}`, detail) ?? find('errors', code, detail) ?? code;
}
