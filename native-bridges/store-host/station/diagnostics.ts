import { statfsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Station } from './station.ts';

type Fact = { readonly name: string; readonly value: string };

/**
 * What a technician may see: versions, sizes, counts, settings with origin, slow statements. Never a citizen's data.
 * Names are keys that the screen has words for; one fact per line, sizes in bytes.
 */
export function describeStation(station: Station): Fact[] {
  const { sql, outbox, audit, settings, idleCheck } = station;
  const pragma = (name: string): string => String(sql.pragma(name));
  const { waiting, parked } = outbox.waiting();
  return [
    fact('mode', station.practice ? 'practice' : 'real'),
    fact('store-runtime', `Node ${process.versions.node} · Node-API ${process.versions['napi'] ?? ''}`),
    ...sizes(station.dataDir),
    fact('cipher', pragma('cipher')),
    fact('journal', pragma('journal_mode')),
    fact('synchronous', pragma('synchronous')),
    fact('schema', pragma('user_version')),
    fact('check', idleCheck.finding),
    fact('outbox-waiting', String(waiting)),
    fact('outbox-parked', String(parked)),
    fact('audit-head', audit.head()),
    ...settings.list().map(({ key, value, origin }) => fact(`setting ${key}`, `${String(value)} (${origin})`)),
    ...sql.slowStatements().map(({ name, ms, at }) => fact(`slow ${name}`, `${ms} ms · ${at}`)),
  ];
}

const fact = (name: string, value: string): Fact => ({ name: name.slice(0, 80), value: value.slice(0, 500) });

function sizes(dataDir: string): readonly Fact[] {
  const disk = statfsSync(dataDir);
  const file = (name: string): string => String(statSync(join(dataDir, name), { throwIfNoEntry: false })?.size ?? 0);
  return [fact('database-bytes', file('station.db')), fact('log-bytes', file('station.db-wal')), fact('free-bytes', String(disk.bavail * disk.bsize))];
}
