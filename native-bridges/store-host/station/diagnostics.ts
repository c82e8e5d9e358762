import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Station } from './station.ts';

/** What a technician may see: versions, sizes, counts, settings with origin, slow statements. Never a citizen's data. */
export function describeStation(station: Station): { name: string; value: string }[] {
  const { sql, dataDir } = station;
  const pragma = (name: string): string => String(sql.pragma(name));
  return [
    line('program', `${station.appVersion} · Electron ${station.electronVersion} · ${station.runtime}`),
    line('store-host', `Node ${process.versions.node} · Node-API ${process.versions['napi'] ?? ''} · pid ${process.pid}`),
    line('database', `${megabytes(join(dataDir, 'station.db'))} MB · ${pragma('journal_mode')} · synchronous ${pragma('synchronous')} · cipher ${pragma('cipher')}`),
    line('schema', `${pragma('user_version')} · application ${Number(sql.pragma('application_id')).toString(16)}`),
    line('check', station.idleCheck.finding),
    line('mode', station.practice ? 'practice' : 'real'),
    line('outbox', JSON.stringify(station.outbox.waiting())),
    line('audit', `head ${station.audit.head()}`),
    ...station.settings.list().map(({ key, value, origin }) => line(`setting ${key}`, `${String(value)} (${origin})`)),
    ...sql.slowStatements().map(({ name, ms, at }) => line(`slow ${name}`, `${ms} ms · ${at}`)),
  ];
}

const line = (name: string, value: string): { name: string; value: string } => ({ name: name.slice(0, 80), value: value.slice(0, 500) });

function megabytes(file: string): string {
  const bytes = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  return (bytes / 1_048_576).toFixed(1);
}
