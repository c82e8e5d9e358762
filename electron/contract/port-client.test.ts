import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { serve } from '../../native-bridges/kit/serve.ts';
import { AppError } from '../core/errors/app-error.ts';
import { call } from './call.ts';
import { clientOn } from './port-client.ts';
import type { Port } from './port.ts';

const contract = {
  'double': call('anyone', z.strictObject({ n: z.int() }), z.int()),
  'fail': call('anyone', z.strictObject({}), z.int()),
  'bug': call('anyone', z.strictObject({}), z.int()),
  'never': call('anyone', z.strictObject({}), z.int()),
  'guarded': call(['chief'], z.strictObject({}), z.int()),
} as const;
const events = { ticked: z.int() };

const portOf = (port: MessagePort): Port => ({
  post: (message) => port.postMessage(message),
  onMessage: (listener) => void port.on('message', listener),
  onClose: (listener) => void port.on('close', listener),
  close: () => port.close(),
});

function pair() {
  const { port1, port2 } = new MessageChannel();
  const served = serve<typeof contract, undefined, typeof events>({
    contract,
    handlers: {
      'double': ({ n }) => n * 2,
      'fail': () => { throw new AppError('dossier.same-officer', { n: 1 }); },
      'bug': () => { throw new TypeError('Nguyễn Văn An must not be seen'); },
      'never': () => new Promise<number>(() => {}),
      'guarded': () => 1,
    },
    authorise: (access) => { if (Array.isArray(access)) throw new AppError('session.role'); },
  }, portOf(port1), undefined);
  return { served, raw: port2, client: clientOn(contract, events, portOf(port2)) };
}

describe('a call over a port', () => {
  it('answers', async () => {
    expect(await pair().client.call['double']({ n: 21 })).toEqual({ ok: true, value: 42 });
  });

  it('turns a failure into its code', async () => {
    expect(await pair().client.call['fail']({})).toEqual({ ok: false, error: { code: 'dossier.same-officer', detail: { n: 1 } } });
  });

  it('tells nothing of a bug but that it is one', async () => {
    expect(await pair().client.call['bug']({})).toEqual({ ok: false, error: { code: 'ipc.internal', detail: { call: 'bug' } } });
  });

  it('asks who calls before it looks at what is sent', async () => {
    expect(await pair().client.call['guarded']({ wrong: true } as never)).toMatchObject({ error: { code: 'session.role' } });
  });

  it('answers host.crashed for every call when the port goes, and ever after', async () => {
    const { client, raw } = pair();
    const pending = client.call['never']({});
    raw.close();
    expect(await pending).toEqual({ ok: false, error: { code: 'host.crashed', detail: {} } });
    expect(await client.call['double']({ n: 1 })).toMatchObject({ error: { code: 'host.crashed' } });
  });

  it('hands events to those who listen', async () => {
    const { client, served } = pair();
    const heard = new Promise<number>((resolve) => client.on('ticked', resolve));
    served.emit('ticked', 7);
    expect(await heard).toBe(7);
  });
});

describe('what is not a request', () => {
  const bad: readonly [string, unknown, string][] = [
    ['null, the transfer-list trap', null, 'ipc.bad-message'],
    ['a number', 7, 'ipc.bad-message'],
    ['an array', [1, 2], 'ipc.bad-message'],
    ['no call', { id: 3 }, 'ipc.bad-message'],
    ['an unknown call', { id: 3, call: 'drop', input: {} }, 'ipc.unknown-call'],
    ['a name of Object.prototype', { id: 3, call: 'constructor', input: {} }, 'ipc.unknown-call'],
    ['an extra key', { id: 3, call: 'double', input: { n: 1, m: 2 } }, 'ipc.bad-message'],
    ['a prototype key', { id: 3, call: 'double', input: JSON.parse('{"n":1,"__proto__":{"x":1}}') }, 'ipc.bad-message'],
    ['a wrong type', { id: 3, call: 'double', input: { n: '1' } }, 'ipc.bad-message'],
  ];
  it.each(bad)('%s gets a reply with a code and the host lives', async (_name, message, code) => {
    const { raw, client } = pair();
    const reply = new Promise<{ reply: unknown }>((resolve) => raw.once('message', resolve));
    raw.postMessage(message);
    expect((await reply).reply).toMatchObject({ ok: false, error: { code } });
    expect(await client.call['double']({ n: 1 })).toEqual({ ok: true, value: 2 });
  });
});
