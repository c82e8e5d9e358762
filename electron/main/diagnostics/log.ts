import type { SafeDetail } from '../../core/errors/app-error.ts';

/** One line = ISO time, process, code, safe detail. The detail type admits no names, numbers of citizens or keys. */
export function log(code: string, detail: SafeDetail = {}): void {
  process.stderr.write(`${new Date().toISOString()} main ${code} ${JSON.stringify(detail)}\n`);
}

/** Hosts write their own lines; whatever else a library prints there is marked with the host it came from. */
export function forwardLines(source: NodeJS.ReadableStream | null, host: string): void {
  let rest = '';
  source?.setEncoding('utf8');
  source?.on('data', (chunk: string) => {
    const lines = (rest + chunk).split('\n');
    rest = (lines.pop() ?? '').slice(-MAX_LINE);
    for (const line of lines) process.stderr.write(STAMPED.test(line) ? `${line}\n` : `${new Date().toISOString()} ${host} output ${line.slice(0, MAX_LINE)}\n`);
  });
}

const STAMPED = /^\d{4}-\d\d-\d\dT[\d:.]+Z /;
const MAX_LINE = 2_000;
