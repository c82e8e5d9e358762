import type { LogLine } from '../../../../electron/contract/technician.ts';

export type LogFilter = { readonly text: string; readonly deviceId: string; readonly troubleOnly: boolean };
export const NO_FILTER: LogFilter = { text: '', deviceId: '', troubleOnly: false };

/** Lines that fit every part of the filter. The text is looked for in what stands on the screen and in the codes behind it. */
export function filterLog(lines: readonly LogLine[], filter: LogFilter, words: (line: LogLine) => string): readonly LogLine[] {
  const wanted = filter.text.trim().normalize('NFC').toLocaleLowerCase('vi');
  return lines.filter((line) =>
    (filter.deviceId === '' || line.deviceId === filter.deviceId) && (!filter.troubleOnly || line.level !== 'info')
    && (wanted === '' || `${words(line)} ${line.code} ${line.deviceId} ${detailText(line)}`.normalize('NFC').toLocaleLowerCase('vi').includes(wanted)));
}

/** `slot=portrait ms=1302` */
export const detailText = ({ detail }: LogLine): string => Object.entries(detail).map(([key, value]) => `${key}=${String(value)}`).join(' ');
