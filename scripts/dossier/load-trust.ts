import { createPrivateKey, X509Certificate } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { KEY_FILES } from '../../native-bridges/practice-centre/centre-keys.ts';
import type { SealedTrust } from '../../native-bridges/kit/sealed-dossier/check-sealed.ts';
import type { Options } from './arguments.ts';

/** The centre's key and certificates from where the options point; undefined where they point nowhere. */
export function loadTrust(options: Options): SealedTrust | undefined {
  const paths = pathsOf(options);
  if (paths === undefined) return undefined;
  return {
    centreKey: createPrivateKey(readFileSync(paths.key)),
    centreCertificateDer: new X509Certificate(readFileSync(paths.cert)).raw,
    caCertificateDer: new X509Certificate(readFileSync(paths.ca)).raw,
  };
}

function pathsOf({ keysDir, key, cert, ca }: Options): { readonly key: string; readonly cert: string; readonly ca: string } | undefined {
  if (keysDir !== undefined) {
    const folder = KEY_FOLDERS.map((below) => join(keysDir, below)).find((candidate) => existsSync(join(candidate, KEY_FILES.centreKey))) ?? keysDir;
    return { key: join(folder, KEY_FILES.centreKey), cert: join(folder, KEY_FILES.centre), ca: join(folder, KEY_FILES.ca) };
  }
  return key === undefined || cert === undefined || ca === undefined ? undefined : { key, cert, ca };
}

/** Where the keys may lie below the folder that was named: the folder itself, the centre's data folder, a station's. */
const KEY_FOLDERS = ['', 'keys', join('centre', 'keys'), join('practice', 'centre', 'keys')] as const;
