import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { STATION_KEYS } from '../../../electron/contract/page.ts';
import { CONTENT_SECURITY_POLICY, SECURITY_HEADERS } from '../../../electron/main/protocol/headers.ts';
import { launchStation, type Station } from '../station.ts';

let station: Station;
beforeAll(async () => { station = await launchStation({ args: ['--citizens=20'] }); });
afterAll(() => station.close());

it('S01: every page is sandboxed, isolated and without Node', async () => {
  const preferences = await station.app.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((contents) => (contents as unknown as { getLastWebPreferences(): Record<string, unknown> }).getLastWebPreferences()));
  expect(preferences).toHaveLength(1);
  for (const each of preferences) {
    expect(each).toMatchObject({ sandbox: true, contextIsolation: true, webSecurity: true, nodeIntegration: false, webviewTag: false, allowRunningInsecureContent: false });
  }
});

it('S02: the kernel’s sandbox is really on and nobody is root', async () => {
  const pids = await station.app.evaluate(({ app }) => app.getAppMetrics().filter(({ type }) => type === 'Tab').map(({ pid }) => pid));
  expect(pids.length).toBeGreaterThan(0);
  for (const pid of pids) {
    const status = await readFile(`/proc/${pid}/status`, 'utf8');
    expect(status).toMatch(/^Seccomp:\t2$/m);
    expect(status).toMatch(/^NoNewPrivs:\t1$/m);
    expect(status).not.toMatch(/^Uid:\t0/m);
  }
  expect(await station.app.evaluate(() => process.getuid!())).not.toBe(0);
});

it('S03: the page sees the documented bridge, frozen, and nothing of Node or Electron', async () => {
  const seen = await station.page.evaluate(() => {
    const page = window as unknown as Record<string, unknown>;
    const bridge = page['station'] as Record<string, unknown>;
    let replaced = true;
    try { bridge['connect'] = () => 'mine'; replaced = String(bridge['connect']).includes('mine'); } catch { replaced = false; }
    return {
      foreign: ['require', 'process', 'Buffer', 'electron', 'module', 'global', 'ipcRenderer'].filter((name) => name in page),
      keys: Object.keys(bridge).toSorted(), frozen: Object.isFrozen(bridge), replaced,
    };
  });
  expect(seen).toEqual({ foreign: [], keys: [...STATION_KEYS], frozen: true, replaced: false });
});

it('S04: every answer of app://station carries the policy', async () => {
  const answers = await station.page.evaluate(async () =>
    Promise.all(['app://station/', 'app://station/index.html', 'app://station/missing'].map(async (url) => {
      const { status, headers } = await fetch(url);
      return { status, headers: Object.fromEntries(headers) };
    })));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 404]);
  for (const { headers } of answers) {
    expect(headers['content-security-policy']).toBe(CONTENT_SECURITY_POLICY);
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) expect(headers[name.toLowerCase()]).toBe(value);
  }
});

it('S04: markup and script addresses cannot be made from strings, and a remote image is a violation', async () => {
  const outcome = await station.page.evaluate(async () => {
    const thrown = (run: () => void): string => { try { run(); return 'allowed'; } catch (error) { return (error as Error).name; } };
    const violation = new Promise<string>((resolve) => document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
      if (blockedURI.startsWith('https://evil.example')) resolve(effectiveDirective);
    }));
    // On a turn of its own: what the inspector itself evaluates is exempt from the rule.
    const compile = new Promise<string>((resolve) => { setTimeout(() => resolve(thrown(() => void new Function('return 1')))); });
    const results = {
      innerHTML: thrown(() => { document.createElement('div').innerHTML = '<b>x</b>'; }),
      scriptSrc: thrown(() => { document.createElement('script').src = 'app://station/x.js'; }),
      foreignPolicy: thrown(() => { (window as unknown as { trustedTypes: { createPolicy(name: string, rules: object): void } }).trustedTypes.createPolicy('other', {}); }),
    };
    new Image().src = 'https://evil.example/pixel.png';
    return { ...results, compile: await compile, violation: await violation };
  });
  expect(outcome).toEqual({ innerHTML: 'TypeError', scriptSrc: 'TypeError', compile: 'EvalError', foreignPolicy: 'TypeError', violation: 'img-src' });
});

it('S04: the screens themselves break no rule of the policy', async () => {
  const messages: string[] = [];
  station.page.on('console', (message) => messages.push(message.text()));
  await station.page.reload();
  await station.page.waitForFunction(() => document.querySelector('input, button') !== null);
  expect(messages.filter((text) => /Content Security Policy|TrustedHTML|TrustedScript/.test(text))).toEqual([]);
});

it('S24: there is no menu, and no key opens the inspector', async () => {
  for (const key of ['F12', 'Control+Shift+I', 'Control+Shift+J', 'Control+Shift+C']) await station.page.keyboard.press(key);
  const state = await station.app.evaluate(({ Menu, BrowserWindow }) => ({ menu: Menu.getApplicationMenu(), inspector: BrowserWindow.getAllWindows().some(({ webContents }) => webContents.isDevToolsOpened()) }));
  expect(state).toEqual({ menu: null, inspector: false });
});

it('names the runtime it runs on', async () => {
  const info = await station.page.evaluate(() => (window as unknown as { station: { info: Record<string, unknown> } }).station.info);
  expect(info).toMatchObject({ practice: true, simulated: true, electron: await station.app.evaluate(() => process.versions['electron']) });
  expect(info['runtime']).toMatch(/^(official|.+ \(development only\))$/);
});
