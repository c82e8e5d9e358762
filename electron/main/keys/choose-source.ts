import type { KeySource } from './key-source.ts';
import { passphraseKey } from './passphrase-key.ts';
import { keySourcePolicy } from './policy.ts';
import { practiceKey } from './practice-key.ts';
import { systemKey, type SystemKeyStore } from './system-key.ts';

/** Practice data takes the practice key; real data takes the system's key store unless the machine's policy says passphrase. */
export async function keySourceOf(mode: 'practice' | 'real', folder: string, policyFile: string, store: SystemKeyStore): Promise<KeySource> {
  if (mode === 'practice') return practiceKey(folder);
  return (await keySourcePolicy(policyFile)) === 'passphrase' ? passphraseKey(folder) : systemKey(folder, store);
}
