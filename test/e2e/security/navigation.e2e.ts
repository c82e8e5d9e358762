import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchStation, type Station } from '../station.ts';

let station: Station;
let server: Server;
let connections = 0;
let evil = '';

beforeAll(async () => {
  server = createServer((_request, response) => response.end('reached')).on('connection', () => { connections += 1; });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  evil = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  station = await launchStation({ args: ['--citizens=20'] });
});
afterAll(async () => {
  await station.close();
  server.close();
});

/** Two frames and a question to main: whatever the page started has been decided by then. */
const settle = (): Promise<boolean> =>
  station.page.evaluate(async () => {
    for (let frame = 0; frame < 2; frame += 1) await new Promise((next) => requestAnimationFrame(next));
    return (await (window as unknown as { station: { boot(): Promise<{ ok: boolean }> } }).station.boot()).ok;
  });

const WAYS = ['location', 'link', 'blank link', 'window.open', 'form', 'meta refresh', 'iframe', 'object', 'location.replace'] as const;

function go(way: (typeof WAYS)[number], url: string): Promise<void> {
  return station.page.evaluate(([by, to]) => {
    const add = <K extends keyof HTMLElementTagNameMap>(tag: K, values: Partial<HTMLElementTagNameMap[K]>): HTMLElementTagNameMap[K] =>
      document.body.appendChild(Object.assign(document.createElement(tag), values));
    const run: Record<string, () => void> = {
      location: () => { location.href = to; },
      'location.replace': () => location.replace(to),
      link: () => add('a', { href: to }).click(),
      'blank link': () => add('a', { href: to, target: '_blank' }).click(),
      'window.open': () => void window.open(to),
      form: () => add('form', { action: to, method: 'post' }).submit(),
      'meta refresh': () => { add('meta', { httpEquiv: 'refresh', content: `0;url=${to}` }); },
      iframe: () => { add('iframe', { src: to }); },
      object: () => { add('object', { data: to }); },
    };
    // A refusal may be an exception (javascript: under Trusted Types) or silence; both are fine as long as nothing moves.
    try { run[by]!(); } catch { /* refused */ }
  }, [way, url] as const);
}

describe.each(WAYS)('S05: %s leads nowhere', (way) => {
  it.each(['http://EVIL/', 'https://x.example/?y=app://station', 'data:text/html,<h1>x</h1>', 'javascript:document.title="taken"', 'file:///etc/passwd', 'app://evil/'])('%s', async (pattern) => {
    const before = station.page.url();
    await go(way, pattern.replace('EVIL', evil));
    expect(await settle()).toBe(true);
    const after = await station.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map(({ webContents }) => webContents.getURL()));
    expect(after).toEqual([before]);
    expect(await station.page.evaluate(() => document.title)).not.toBe('taken');
    expect(connections).toBe(0);
  });
});

describe('S08: the page has no network', () => {
  it.each<[string, (host: string) => Promise<string>]>([
    ['fetch', (host) => fetch(`http://${host}/`).then(() => 'reached', () => 'refused')],
    ['fetch no-cors', (host) => fetch(`http://${host}/`, { mode: 'no-cors' }).then(() => 'reached', () => 'refused')],
    ['WebSocket', (host) => new Promise((resolve) => { try { const socket = new WebSocket(`ws://${host}/`); socket.onopen = () => resolve('reached'); socket.onerror = () => resolve('refused'); } catch { resolve('refused'); } })],
    ['EventSource', (host) => new Promise((resolve) => { const source = new EventSource(`http://${host}/`); source.onopen = () => resolve('reached'); source.onerror = () => { source.close(); resolve('refused'); }; })],
    ['XMLHttpRequest', (host) => new Promise((resolve) => { const request = new XMLHttpRequest(); request.open('GET', `http://${host}/`); request.onload = () => resolve('reached'); request.onerror = () => resolve('refused'); request.send(); })],
    ['image', (host) => new Promise((resolve) => { const image = new Image(); image.onload = () => resolve('reached'); image.onerror = () => resolve('refused'); image.src = `http://${host}/i.png`; })],
    ['font', (host) => new FontFace('x', `url(http://${host}/f.woff2)`).load().then(() => 'reached', () => 'refused')],
    ['style sheet', (host) => new Promise((resolve) => { const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: `http://${host}/s.css`, onload: () => resolve('reached'), onerror: () => resolve('refused') }); document.head.append(link); })],
    ['prefetch', (host) => new Promise((resolve) => { const link = Object.assign(document.createElement('link'), { rel: 'prefetch', href: `http://${host}/p`, onload: () => resolve('reached'), onerror: () => resolve('refused') }); document.head.append(link); })],
  ])('%s', async (_name, attempt) => {
    expect(await station.page.evaluate(attempt, evil)).toBe('refused');
    expect(connections).toBe(0);
  });

  it('beacon and preconnect reach nobody', async () => {
    await station.page.evaluate((host) => {
      navigator.sendBeacon(`http://${host}/`, 'x');
      document.head.append(Object.assign(document.createElement('link'), { rel: 'preconnect', href: `http://${host}/` }));
    }, evil);
    expect(await settle()).toBe(true);
    expect(connections).toBe(0);
  });

  it('a peer connection gathers no address of this machine', async () => {
    const candidates = await station.page.evaluate(async (host) => {
      const peer = new RTCPeerConnection({ iceServers: [{ urls: `stun:${host}` }] });
      peer.createDataChannel('x');
      const found: string[] = [];
      const done = new Promise<void>((resolve) => { peer.onicecandidate = ({ candidate }) => { if (candidate === null) resolve(); else if (candidate.candidate !== '') found.push(candidate.candidate); }; });
      await peer.setLocalDescription(await peer.createOffer());
      await done;
      peer.close();
      return found.filter((line) => / udp /i.test(line));
    }, evil);
    expect(candidates).toEqual([]);
    expect(connections).toBe(0);
  });
});

describe('S13: the page reads the program’s own files and no others', () => {
  it.each([
    '/../../etc/passwd', '/%2e%2e/%2e%2e/etc/passwd', '/..%2f..%2fetc%2fpasswd', '/..\\..\\etc\\passwd', '/%5c..%5c..%5cetc%5cpasswd', '/index.html%00', '/assets/', '/../main/main.cjs', '/%2e%2e/preload/preload.cjs', '/missing.js', '//etc/passwd',
  ])('%s is 404', async (path) => {
    expect(await station.page.evaluate(async (url) => (await fetch(url)).status, `app://station${path}`)).toBe(404);
  });

  it.each(['file:///etc/passwd', 'app://evil/index.html', 'app2://station/index.html'])('%s is refused', async (url) => {
    expect(await station.page.evaluate((to) => fetch(to).then(({ status }) => status, () => 'refused'), url)).toBe('refused');
  });

  it('only reading: any other method is 404', async () => {
    expect(await station.page.evaluate(async () => (await fetch('app://station/index.html', { method: 'POST', body: 'x' })).status)).toBe(404);
  });
});
