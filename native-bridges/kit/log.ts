import type { SafeDetail } from '../../electron/core/errors/app-error.ts';

/**
 * One line = ISO time, process, code, safe detail. The detail type admits no names, numbers of citizens or images;
 * callers pass codes, counts, durations and statement names.
 */
export function log(code: string, detail: SafeDetail = {}): void {
  process.stderr.write(`${new Date().toISOString()} ${process.env['STATION_HOST'] ?? 'host'} ${code} ${JSON.stringify(detail)}\n`);
}
