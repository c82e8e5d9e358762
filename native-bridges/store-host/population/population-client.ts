import { CENTRE_PATHS } from '../../../electron/contract/centre.ts';
import { CongDanCollection, type NgspRequest } from '../../../electron/contract/ngsp.ts';
import { AppError } from '../../../electron/core/errors/app-error.ts';
import { searchKey } from '../../../electron/core/person/search-key.ts';
import type { PopulationAnswer, PopulationClient, PopulationSearch } from '../seams.ts';
import { toPerson } from './congdan-to-person.ts';
import { INTEGRATION_CODE, PROCEDURE_CODES } from './procedure-codes.ts';

const TIMEOUT_MS = 5_000;
const MAX_REPLY_BYTES = 1_000_000;
const MAX_PEOPLE = 20;
/** Longest officer code of the gateway. */
const MAX_OFFICER_CODE = 20;

/** Looks citizens up at the population gateway. Purpose and officer go with every request; nothing of it is logged here. */
export const populationClient: PopulationClient = {
  async search(centreUrl, search, signal) {
    const records = await request(new URL(CENTRE_PATHS.lookUp, centreUrl), toNgsp(search), signal);
    const people = records.CongDan.map(toPerson).filter((person) => livesAt(person, search));
    const outcome = people.length === 0 ? 'not-found' : people.length === 1 ? 'found' : 'several';
    return { outcome, people: people.slice(0, MAX_PEOPLE) } satisfies PopulationAnswer;
  },
};

function toNgsp({ purpose, officerLogin, requestId, query }: PopulationSearch): NgspRequest {
  const head = {
    MaYeuCau: requestId, MaDVC: PROCEDURE_CODES[purpose], MaTichHop: INTEGRATION_CODE, MaDonVi: '', MaCanBo: officerLogin.slice(0, MAX_OFFICER_CODE),
  };
  switch (query.by) {
    case 'pid': return { ...head, SoDinhDanh: query.pid };
    case 'old-id': return { ...head, SoCMND: query.oldIdNumber };
    case 'name': return { ...head, HoVaTen: query.fullName.normalize('NFC'), NgayThangNamSinh: query.birthDate };
  }
}

/** The gateway can't be asked for a place; where the officer named one, it narrows what came back. */
const livesAt = (person: { readonly residence: string; readonly currentAddress: string }, { query }: PopulationSearch): boolean =>
  query.by !== 'name' || searchKey(`${person.residence} ${person.currentAddress}`).includes(searchKey(query.residence));

async function request(url: URL, body: NgspRequest, signal: AbortSignal): Promise<CongDanCollection> {
  const timeout = AbortSignal.timeout(TIMEOUT_MS);
  try {
    const response = await fetch(url, {
      method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body), signal: AbortSignal.any([signal, timeout]), redirect: 'error',
    });
    if (!response.ok) throw refusal(response);
    const reply = CongDanCollection.safeParse(parseJson(await readText(response)));
    if (!reply.success || reply.data.MaYeuCau !== body.MaYeuCau) throw new AppError('population.bad-reply');
    return reply.data;
  } catch (error) {
    if (error instanceof AppError) throw error;
    if (timeout.aborted) throw new AppError('population.timeout', { afterMs: TIMEOUT_MS });
    // fetch rejects with TypeError for want of a connection, and when the connection breaks
    throw new AppError('population.offline', {}, { cause: error });
  }
}

function refusal({ status, headers }: Response): AppError {
  if (status !== 429 && status < 500) return new AppError('population.refused', { status });
  const seconds = Number(headers.get('retry-after'));
  return new AppError('population.overloaded', { status, ...(Number.isFinite(seconds) && seconds > 0 ? { retryAfterSeconds: seconds } : {}) });
}

/** @throws {AppError} population.bad-reply where the reply is longer than any honest one */
async function readText(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.length;
    if (length > MAX_REPLY_BYTES) throw new AppError('population.bad-reply', { why: 'too long' });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
