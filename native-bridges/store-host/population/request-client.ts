import { CENTRE_PATHS } from '../../../electron/contract/centre.ts';
import { PopulationRequestStatus, type PopulationRequest } from '../../../electron/contract/population-request.ts';
import { AppError } from '../../../electron/core/errors/app-error.ts';

const TIMEOUT_MS = 5_000;
const MAX_REPLY_CHARS = 100_000;

/** Asks the population database to adjust or collect a record, and hears what became of it. */
export type RequestClient = {
  /** Sends it, or hears how it stands where the centre has it already. @throws {AppError} population.* */
  ask(centreUrl: string, request: PopulationRequest): Promise<PopulationRequestStatus>;
};

export const requestClient: RequestClient = {
  async ask(centreUrl, request) {
    const url = new URL(`${CENTRE_PATHS.populationRequests}/${request.id}`, centreUrl);
    const known = await exchange(url, 'GET', undefined);
    return known ?? (await exchange(url, 'PUT', request)) ?? fail();
  },
};

const fail = (): never => {
  throw new AppError('population.bad-reply', { why: 'request unknown after it was sent' });
};

/** @returns undefined for 404 */
async function exchange(url: URL, method: 'GET' | 'PUT', body: PopulationRequest | undefined): Promise<PopulationRequestStatus | undefined> {
  const timeout = AbortSignal.timeout(TIMEOUT_MS);
  try {
    const sent = body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
    const response = await fetch(url, { method, ...sent, signal: timeout, redirect: 'error' });
    const text = (await response.text()).slice(0, MAX_REPLY_CHARS);
    if (response.status === 404) return undefined;
    if (!response.ok) throw new AppError(response.status !== 429 && response.status < 500 ? 'population.refused' : 'population.overloaded', { status: response.status });
    const status = PopulationRequestStatus.safeParse(parseJson(text));
    if (!status.success) throw new AppError('population.bad-reply');
    return status.data;
  } catch (error) {
    if (error instanceof AppError) throw error;
    if (timeout.aborted) throw new AppError('population.timeout', { afterMs: TIMEOUT_MS });
    throw new AppError('population.offline', {}, { cause: error });
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
