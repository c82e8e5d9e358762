import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { print, type Row } from './row.ts';

/** `reference` is a folder of NIST's files, which are not in this repository. */
type Asked = { readonly full: boolean; readonly reference: string };

/** Every subject of the bench by the name `--only` takes; each yields its rows as they are measured. */
const SUBJECTS: Readonly<Record<string, (asked: Asked) => Promise<AsyncIterable<Row>>>> = {
  procedure: async () => (await import('./procedure.bench.ts')).procedureRows(),
  counter: async () => (await import('./counter.bench.ts')).counterRows(),
  store: async () => (await import('./store.bench.ts')).storeRows(),
  devices: async () => (await import('./devices.bench.ts')).deviceRows(),
  desk: async () => (await import('./desk.bench.ts')).deskRows(),
  seal: async () => (await import('./seal.bench.ts')).sealRows(),
  personas: async () => (await import('./personas.bench.ts')).personaRows(),
  papers: async () => (await import('./papers.bench.ts')).paperRows(),
  start: async () => (await import('./start.bench.ts')).startRows(),
  crash: async () => (await import('./crash.bench.ts')).crashRows(),
  memory: async () => (await import('./memory.bench.ts')).memoryRows(),
  preview: async () => (await import('./preview.bench.ts')).previewRows(),
  face: async () => (await import('./face.bench.ts')).faceRows(),
  codecs: async () => (await import('./codecs.bench.ts')).codecRows(),
  prints: async () => (await import('./prints.bench.ts')).printRows(),
  fuzz: async (asked) => (await import('./fuzz.bench.ts')).fuzzRows(asked),
  accuracy: async (asked) => (await import('./accuracy.bench.ts')).accuracyRows(asked),
  reference: async ({ reference }) => (await import('./reference.bench.ts')).referenceRows(reference),
};

const { values } = parseArgs({ options: { json: { type: 'string' }, only: { type: 'string' }, full: { type: 'boolean', default: false }, reference: { type: 'string', default: '' } } });
const wanted = values.only === undefined ? Object.keys(SUBJECTS) : values.only.split(',');
const unknown = wanted.filter((name) => !Object.hasOwn(SUBJECTS, name));
if (unknown.length > 0) {
  console.error(`bench: no subject named ${unknown.join(', ')}; there are ${Object.keys(SUBJECTS).join(', ')}`);
  process.exit(2);
}

const missing = values.reference === '' && wanted.includes('reference');
if (missing) console.log('---- reference: not measured without --reference DIR');

const rows: Row[] = [];
for (const name of missing ? wanted.filter((one) => one !== 'reference') : wanted) {
  for await (const row of await SUBJECTS[name]!(values)) {
    print(row);
    rows.push(row);
  }
}
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify({ node: process.version, rows }, null, 2)}\n`);
console.log(`${rows.filter((row) => row.ok).length} of ${rows.length} budgets met`);
