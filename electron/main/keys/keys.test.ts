import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keySourceOf } from './choose-source.ts';
import { createKeyFile } from './key-file.ts';
import { passphraseKey } from './passphrase-key.ts';
import { keySourcePolicy } from './policy.ts';
import { practiceKey } from './practice-key.ts';
import { StationKey } from './station-key.ts';
import { systemKey, type SystemKeyStore } from './system-key.ts';

/** Cheap on purpose: the cost lies in the file, so that a real one is opened the same way. */
const CHEAP = { memoryKib: 64, iterations: 1, parallelism: 1 };
const PASSPHRASE = 'mười hai chữ cái';

let folder = '';
beforeEach(async () => { folder = await mkdtemp(join(tmpdir(), 'keys-')); });
afterEach(() => rm(folder, { recursive: true, force: true }));

/** A key store that "encrypts" by reversing: enough to see that what is written is what it returned. */
const fakeStore = (backend: string): SystemKeyStore => ({
  isEncryptionAvailable: () => backend !== 'none',
  encryptString: (text) => Buffer.from([...text].reverse().join('')),
  decryptString: (sealed) => {
    if (sealed.length !== 44) throw new Error('cannot decrypt');
    return [...sealed.toString()].reverse().join('');
  },
  getSelectedStorageBackend: () => backend,
});

const openImmediate = async (source: ReturnType<typeof practiceKey>): Promise<Uint8Array> => {
  if (source.kind !== 'immediate') throw new Error('asks for a passphrase');
  return source.open();
};
const openWith = async (passphrase: string, of = folder): Promise<Uint8Array> => {
  const source = passphraseKey(of, CHEAP);
  if (source.kind !== 'passphrase') throw new Error('asks for none');
  return source.open(passphrase);
};

describe('a key file', () => {
  it('is never overwritten and leaves no draft behind', async () => {
    const path = join(folder, 'k');
    await createKeyFile(path, Buffer.from('first'));
    await expect(createKeyFile(path, Buffer.from('second'))).rejects.toMatchObject({ code: 'EEXIST' });
    expect(await readFile(path, 'utf8')).toBe('first');
    expect(await readdir(folder)).toEqual(['k']);
  });

  it('is readable by this account only', async () => {
    await openImmediate(practiceKey(folder));
    expect((await stat(join(folder, 'practice.key'))).mode & 0o777).toBe(0o600);
  });
});

describe('the practice key', () => {
  it('is 32 random bytes and stays the same', async () => {
    const key = await openImmediate(practiceKey(folder));
    expect(key).toHaveLength(32);
    expect(await openImmediate(practiceKey(folder))).toEqual(key);
    expect(await openImmediate(practiceKey(join(folder, 'another')))).not.toEqual(key);
  });

  it('says when its file is damaged and leaves it alone', async () => {
    await writeFile(join(folder, 'practice.key'), 'short');
    await expect(openImmediate(practiceKey(folder))).rejects.toMatchObject({ code: 'keys.damaged' });
    expect(await readFile(join(folder, 'practice.key'), 'utf8')).toBe('short');
  });
});

describe('S19: the key store of the system', () => {
  it('wraps the key and gives it back', async () => {
    const key = await openImmediate(systemKey(folder, fakeStore('gnome_libsecret')));
    expect(await openImmediate(systemKey(folder, fakeStore('gnome_libsecret')))).toEqual(key);
    const written = await readFile(join(folder, 'data-key.system'));
    expect(written.includes(Buffer.from(key).toString('base64'))).toBe(false);
  });

  it.each(['basic_text', 'unknown', 'none'])('is refused with backend %s and nothing is written', async (backend) => {
    await expect(openImmediate(systemKey(folder, fakeStore(backend)))).rejects.toMatchObject({ code: 'keys.unavailable', detail: { backend } });
    expect(await readdir(folder)).toEqual([]);
  });

  it('says when the file cannot be unwrapped and leaves it alone', async () => {
    await writeFile(join(folder, 'data-key.system'), 'foreign');
    await expect(openImmediate(systemKey(folder, fakeStore('kwallet6')))).rejects.toMatchObject({ code: 'keys.damaged' });
    expect(await readFile(join(folder, 'data-key.system'), 'utf8')).toBe('foreign');
  });
});

describe('the kiosk passphrase', () => {
  it('opens the same key every time, composed or decomposed', async () => {
    const key = await openWith(PASSPHRASE);
    expect(key).toHaveLength(32);
    expect(await openWith(PASSPHRASE.normalize('NFD'))).toEqual(key);
    const file = await readFile(join(folder, 'data-key.passphrase'));
    expect(file).toHaveLength(93);
    expect(file.includes(Buffer.from(key))).toBe(false);
  });

  it('refuses a wrong and a weak one', async () => {
    await expect(openWith('ngắn')).rejects.toMatchObject({ code: 'keys.weak-passphrase' });
    expect(await readdir(folder)).toEqual([]);
    await openWith(PASSPHRASE);
    await expect(openWith('another passphrase')).rejects.toMatchObject({ code: 'keys.wrong-passphrase' });
  });

  it.each([
    ['cut', (file: Buffer) => file.subarray(0, 92)],
    ['of another kind', (file: Buffer) => Buffer.concat([Buffer.from('XXX'), file.subarray(3)])],
    ['asking for 4 GiB of memory', (file: Buffer) => { file.writeUInt32BE(0xffffffff, 8); return file; }],
  ])('says when its file is damaged: %s', async (_how, damage) => {
    await openWith(PASSPHRASE);
    const path = join(folder, 'data-key.passphrase');
    await writeFile(path, damage(await readFile(path)));
    await expect(openWith(PASSPHRASE)).rejects.toMatchObject({ code: 'keys.damaged' });
  });
});

describe('the policy of the machine', () => {
  it.each([
    ['{"keys":{"source":"passphrase"}}', 'passphrase'], ['{"keys":{"source":"system"}}', 'system'], ['{"settings":{}}', 'system'], ['{}', 'system'],
  ])('%s means %s', async (text, source) => {
    await writeFile(join(folder, 'policy.json'), text);
    expect(await keySourcePolicy(join(folder, 'policy.json'))).toBe(source);
  });

  it.each(['{"keys":{"source":"none"}}', '{'])('stops the start where it cannot be understood: %s', async (text) => {
    await writeFile(join(folder, 'policy.json'), text);
    await expect(keySourcePolicy(join(folder, 'policy.json'))).rejects.toMatchObject({ code: 'keys.unavailable' });
  });

  it('never applies to practice data', async () => {
    await writeFile(join(folder, 'policy.json'), '{"keys":{"source":"passphrase"}}');
    expect((await keySourceOf('practice', folder, join(folder, 'policy.json'), fakeStore('basic_text'))).kind).toBe('immediate');
    expect((await keySourceOf('real', folder, join(folder, 'policy.json'), fakeStore('basic_text'))).kind).toBe('passphrase');
  });
});

describe('the station’s key', () => {
  const ears = (heard: string[]): ConstructorParameters<typeof StationKey>[1] => ({
    onOpen: () => heard.push('open'), onPassphraseNeeded: (first) => heard.push(`passphrase first=${first}`), onFailed: ({ code }) => heard.push(code),
  });

  it('asks for the passphrase, lets the person try again, and opens once', async () => {
    const heard: string[] = [];
    await openWith(PASSPHRASE);
    const key = new StationKey(async () => passphraseKey(folder, CHEAP), ears(heard));
    await key.begin();
    await expect(key.submit('not the right one')).rejects.toMatchObject({ code: 'keys.wrong-passphrase' });
    await key.submit(PASSPHRASE);
    await key.begin();
    expect(heard).toEqual(['passphrase first=false', 'open']);
    expect(key.isOpen).toBe(true);
  });

  it('can be tried again after what was wrong is mended', async () => {
    const heard: string[] = [];
    let backend = 'basic_text';
    const key = new StationKey(async () => systemKey(folder, fakeStore(backend)), ears(heard));
    await key.begin();
    backend = 'gnome_libsecret';
    await key.begin();
    expect(heard).toEqual(['keys.unavailable', 'open']);
  });

  it('is unavailable where its folder cannot be made', async () => {
    const heard: string[] = [];
    await writeFile(join(folder, 'a-file'), '');
    await new StationKey(async () => practiceKey(join(folder, 'a-file')), ears(heard)).begin();
    expect(heard).toEqual(['keys.unavailable']);
  });
});
