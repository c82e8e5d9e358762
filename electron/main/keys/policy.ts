import { readFile } from 'node:fs/promises';
import { AppError } from '../../core/errors/app-error.ts';

/**
 * What the administrator of the machine decides; root-owned. Main reads `{ "keys": { "source": "system" | "passphrase" } }`,
 * store-host reads its `settings`.
 */
export const POLICY_FILE = '/etc/tram-can-cuoc/policy.json';

/**
 * Where the data key of a real station is kept; `system` where the policy says nothing.
 * @throws {AppError} `keys.unavailable` for a policy that can't be understood: guessing could make a second key.
 */
export async function keySourcePolicy(path: string): Promise<'system' | 'passphrase'> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 'system';
    throw new AppError('keys.unavailable', { policy: 'unreadable' });
  }
  const source = sourceIn(text);
  if (source === undefined) return 'system';
  if (source !== 'system' && source !== 'passphrase') throw new AppError('keys.unavailable', { policy: 'bad-value' });
  return source;
}

function sourceIn(text: string): unknown {
  try {
    return (JSON.parse(text) as { readonly keys?: { readonly source?: unknown } } | null)?.keys?.source;
  } catch {
    throw new AppError('keys.unavailable', { policy: 'not-json' });
  }
}
