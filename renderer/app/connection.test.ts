import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { call } from '../../electron/contract/call.ts';
import { NEVER, TestPage, type Answers } from '../testing/test-page.ts';
import { HostConnection } from './connection.ts';

const contract = { echo: call('anyone', z.string(), z.string()), hang: call('anyone', z.string(), z.string()) };
const events = { told: z.string() };

function connect(answers: Answers, greet?: () => Promise<void>) {
  const page = new TestPage(answers);
  const host = new HostConnection<typeof contract, typeof events>({ host: 'store-host', bridge: page.window.station, ...(greet === undefined ? {} : { greet }) });
  page.window.addEventListener('message', (event) => void host.accept(event.ports[0]!));
  pages.push(page);
  return { page, host };
}
const pages: TestPage[] = [];
afterEach(() => {
  for (const page of pages.splice(0)) page.close();
});

describe('HostConnection', () => {
  it('keeps a call waiting until the port is there', async () => {
    const { host } = connect({ echo: (text: string) => text });
    const reply = host.call.echo('xin chào');
    host.hurry();
    expect(await reply).toEqual({ ok: true, value: 'xin chào' });
  });

  it('asks for one port however often it is hurried', async () => {
    const { page, host } = connect({ echo: (text: string) => text });
    let asked = 0;
    page.window.addEventListener('message', () => (asked += 1));
    for (let i = 0; i < 5; i++) host.hurry();
    await host.call.echo('');
    host.hurry();
    await host.call.echo('');
    expect(asked).toBe(1);
  });

  it('answers calls in flight when the host dies, and serves again by itself', async () => {
    const { page, host } = connect({ echo: (text: string) => text, hang: () => NEVER });
    host.hurry();
    await host.call.echo('');
    const lost = host.call.hang('');
    await host.call.echo('sent after it');
    page.crash('store-host');
    expect(await lost).toEqual({ ok: false, error: { code: 'host.crashed', detail: {} } });
    const waiting = host.call.echo('after the restart');
    page.revive('store-host');
    expect(await waiting).toEqual({ ok: true, value: 'after the restart' });
  });

  it('takes subscriptions and the session over to the new port before other calls', async () => {
    const order: string[] = [];
    const { page, host } = connect({ echo: (text: string) => (order.push(text), text) }, async () => void order.push('greeting'));
    const heard = Promise.withResolvers<string>();
    host.on('told', (text) => heard.resolve(text));
    host.hurry();
    await host.call.echo('one');
    page.crash('store-host');
    page.revive('store-host');
    await host.call.echo('two').then(async (reply) => reply.ok || host.call.echo('two'));
    page.emit('store-host', 'told', 'again');
    expect(await heard.promise).toBe('again');
    expect(order.slice(0, 3)).toEqual(['greeting', 'one', 'greeting']);
  });
});
