import { readdir, readFile } from 'node:fs/promises';
import type { Page } from 'playwright';
import type { HostName } from '../../../electron/contract/host.ts';
import type { BootView, HostStatus, PageHost, StationBridge } from '../../../electron/contract/page.ts';
import type { Reply } from '../../../electron/contract/call.ts';
import { launchStation, type Station } from '../station.ts';

/** What a test keeps in the page: the ports it was given, oldest first. */
type RawWindow = { readonly station: StationBridge; rawPorts: { host: string; generation: number; port: MessagePort; closed: boolean }[] };

/**
 * The officer's window showing one of the program's own files instead of its screens: same window, same frame, same
 * preload, same policy, and nothing that talks to the hosts but the test.
 */
export async function launchRaw(): Promise<Station> {
  const station = await launchStation({ args: ['--citizens=20'] });
  await untilBoot(station.page, 'every-host-ready');
  const sheet = await station.page.evaluate(() => document.querySelector<HTMLLinkElement>('link[rel=stylesheet]')!.href);
  await station.page.goto(sheet);
  await listen(station.page);
  return station;
}

/** Keeps every port that arrives from now on. */
export const listen = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const raw = window as unknown as RawWindow;
    raw.rawPorts = [];
    window.addEventListener('message', ({ data, ports, origin }) => {
      if (origin !== location.origin || data?.type !== 'station-port' || ports[0] === undefined) return;
      const kept = { host: data.host, generation: data.generation, port: ports[0], closed: false };
      kept.port.addEventListener('close', () => { kept.closed = true; });
      kept.port.start();
      raw.rawPorts.push(kept);
    });
  });

/** Asks for a port and waits until it is there. @returns its place among all ports that came so far */
export const connect = (page: Page, host: PageHost): Promise<number> =>
  page.evaluate(async (to) => {
    const raw = window as unknown as RawWindow;
    const before = raw.rawPorts.length;
    const reply = await raw.station.connect(to);
    if (!reply.ok) throw new Error(reply.error.code);
    while (raw.rawPorts.length === before) await new Promise((next) => requestAnimationFrame(next));
    return raw.rawPorts.length - 1;
  }, host);

/** Posts any message at all and waits for the next thing the port says, or for its end. Big text is made in the page. */
export const post = (page: Page, index: number, message: unknown): Promise<{ readonly id: number; readonly reply: Reply<unknown> } | 'closed'> =>
  page.evaluate(([at, sent]) => {
    const { port, closed } = (window as unknown as RawWindow).rawPorts[at]!;
    return new Promise((resolve) => {
      port.addEventListener('message', function hear({ data }) {
        if (typeof data?.id !== 'number') return;
        port.removeEventListener('message', hear);
        resolve(data);
      });
      port.addEventListener('close', () => resolve('closed'));
      if (closed) resolve('closed');
      else port.postMessage(sent);
    });
  }, [index, message] as const);

export const isClosed = (page: Page, index: number): Promise<boolean> => page.evaluate((at) => (window as unknown as RawWindow).rawPorts[at]!.closed, index);
export const untilClosed = (page: Page, index: number): Promise<unknown> => page.waitForFunction((at) => (window as unknown as RawWindow).rawPorts[at]!.closed, index);

type Wanted = 'every-host-ready' | { readonly host: HostName; readonly state: HostStatus['state'] };

/**
 * Watches the page's own boot events. The outer promise settles when the page is listening, the inner one with the first
 * view that fits, so that nothing a test does in between can be missed.
 */
export async function watchBoot(page: Page, wanted: Wanted): Promise<() => Promise<BootView>> {
  const watching = await page.evaluateHandle((want) => {
    const { station } = window as unknown as RawWindow;
    const fits = (view: BootView): boolean =>
      view.phase === 'running' && (want === 'every-host-ready' ? view.hosts.every(({ state }) => state === 'ready') : view.hosts.some(({ host, state }) => host === want.host && state === want.state));
    const seen = new Promise<BootView>((resolve) => {
      station.onBoot((view) => { if (fits(view)) resolve(view); });
      void station.boot().then((now) => { if (now.ok && fits(now.value)) resolve(now.value); });
    });
    return { seen };
  }, wanted);
  return () => watching.evaluate(({ seen }) => seen);
}

export const untilBoot = async (page: Page, wanted: Wanted): Promise<BootView> => (await watchBoot(page, wanted))();

/** The process of a host, whichever way it was launched. */
export async function hostPid(station: Station, host: HostName): Promise<number> {
  const utility = await station.app.evaluate(({ app }, name) => app.getAppMetrics().find((metric) => metric.name?.startsWith(`${name}-`))?.pid, host);
  if (utility !== undefined) return utility;
  const main = station.app.process().pid;
  for (const entry of await readdir('/proc')) {
    if (!/^\d+$/.test(entry)) continue;
    const [stat, command] = await Promise.all(['stat', 'cmdline'].map((file) => readFile(`/proc/${entry}/${file}`, 'utf8').catch(() => '')));
    const parent = Number(stat!.slice(stat!.lastIndexOf(')') + 2).split(' ')[1]);
    if (parent === main && command!.includes(`${host}.cjs`)) return Number(entry);
  }
  throw new Error(`${host} has no process`);
}
