import { app, dialog, Menu, MessageChannelMain, powerMonitor, safeStorage, session } from 'electron';
import { mkdirSync } from 'node:fs';
import type { AppInfo } from '../contract/page.ts';
import { appInfo, runtimeName } from './diagnostics/app-info.ts';
import { log } from './diagnostics/log.ts';
import { saveBundle } from './diagnostics/save-bundle.ts';
import { launchOf } from './hosts/launch.ts';
import { StationHosts } from './hosts/station-hosts.ts';
import { stationInits } from './hosts/station-inits.ts';
import { POLICY_FILE } from './keys/policy.ts';
import { keySourceOf } from './keys/choose-source.ts';
import { StationKey } from './keys/station-key.ts';
import { ownArguments, parseCommandLine, USAGE, type Options } from './options/command-line.ts';
import { foldersOf, type Folders } from './options/folders.ts';
import { programFiles } from './options/program-files.ts';
import { watchPower } from './power/power-events.ts';
import { registerStationScheme, serveStation } from './protocol/station-protocol.ts';
import { serveBridge } from './security/bridge-ipc.ts';
import { blockNetwork, unplugChromiumNetwork } from './security/network-block.ts';
import { restrictPermissions } from './security/permissions.ts';
import { guardWebContents } from './security/web-contents-guards.ts';
import { CitizenWindow } from './windows/citizen-window.ts';
import { offerTextMenu } from './windows/context-menu.ts';
import { openOfficerWindow } from './windows/officer-window.ts';
import { StationWindows } from './windows/station-windows.ts';

/** How long hosts get to close their files when the program ends. */
const STOP_LIMIT_MS = 3_000;
/** From the page's first port to the store until the other hosts start: about what drawing the sign-in screen takes. */
const QUIET_START_MS = 500;
/** A page that doesn't come must not keep the store shut. */
const PAGE_FIRST_MS = 2_000;

const parsed = parseCommandLine(ownArguments(process.argv, app.isPackaged));
if (parsed.ok) prepare(parsed.value);
else {
  process.stderr.write(`${parsed.error}\n${USAGE}\n`);
  app.exit(2);
}

/** Everything that must stand before Electron is ready. */
function prepare(options: Options): void {
  const folders = foldersOf(options, app.getPath('userData'));
  // The lock below lives in this folder, so it has to be there first; nothing else runs yet that could wait for it.
  mkdirSync(folders.browser, { recursive: true, mode: 0o700 });
  app.setPath('userData', folders.root);
  app.setPath('sessionData', folders.browser);
  if (!app.requestSingleInstanceLock()) {
    process.stderr.write('This station is already running with this data folder.\n');
    return app.exit(3);
  }
  app.enableSandbox();
  registerStationScheme();
  unplugChromiumNetwork(app);
  guardWebContents(app);
  Menu.setApplicationMenu(null);
  const runtime = runtimeName(process.execPath);
  void app.whenReady().then(async () => {
    open(options, folders, appInfo({ appVersion: app.getVersion(), runtime: await runtime, practice: options.mode === 'practice' }));
  });
}

function open(options: Options, folders: Folders, info: AppInfo): void {
  const files = programFiles(app.getAppPath(), process.resourcesPath, app.isPackaged);
  const hosts = new StationHosts({
    ...stationInits({ options, folders, info, policyFile: POLICY_FILE }),
    launch: (host) => launchOf(host, files),
    channel: () => {
      const { port1, port2 } = new MessageChannelMain();
      return [port1, port2];
    },
  });
  const windows = new StationWindows(hosts.pages, () => giveUp());
  const key = new StationKey(() => keySourceOf(options.mode, folders.keys, POLICY_FILE, safeStorage), {
    onOpen: (bytes) => hosts.keyOpened(bytes),
    onPassphraseNeeded: (first) => hosts.keyState({ kind: 'passphrase', first }),
    onFailed: (error) => hosts.keyState({ kind: 'failed', error }),
  });

  let begun = false;
  // The page asks when its first picture stands: until then the processor is the page's, and typing a login takes longer than the store.
  const beginOnce = (): void => {
    if (begun) return;
    begun = true;
    void key.begin();
  };

  restrictPermissions(session.defaultSession, (contents) => windows.isOfficers(contents));
  blockNetwork(session.defaultSession, (url) => !app.isPackaged && url.startsWith('devtools://'));
  serveStation(session.defaultSession, files.renderer);
  const citizen = new CitizenWindow({ preload: files.preload, info, packaged: app.isPackaged, title: 'Trạm Căn Cước', register: (window) => windows.register(window, 'citizen') });
  serveBridge({
    connect: (page, host) => {
      const reply = hosts.connect(page, host);
      // Store and window first: the sign-in screen needs both, the devices and the practice centre a moment later.
      if (host === 'store-host' && reply.ok) setTimeout(() => hosts.start(), QUIET_START_MS);
      return reply;
    },
    boot: () => {
      beginOnce();
      return hosts.view;
    },
    submitPassphrase: (passphrase) => key.submit(passphrase),
    restartHost: (host) => {
      if (host === 'store-host' && hosts.keyIsWrong) key.forget();
      return key.isOpen ? hosts.retry(host) : void key.begin();
    },
    saveBundle: (page, bundle) => saveBundle(bundle, windows.windowOf(page)),
    quit: () => app.quit(),
    citizenWindow: (open) => {
      if (open) citizen.open();
      else citizen.close();
      return open;
    },
  }, windows);

  setTimeout(beginOnce, PAGE_FIRST_MS);
  const window = openOfficerWindow({ preload: files.preload, info, packaged: app.isPackaged, title: 'Trạm Căn Cước' });
  windows.register(window, 'officer');
  window.once('ready-to-show', () => citizen.followDisplays(window));
  // The citizen's window never keeps the program alive.
  window.once('closed', () => citizen.close());
  offerTextMenu(window);
  hosts.onView((view) => windows.tell(view));
  watchPower(powerMonitor, (event) => hosts.broadcast({ type: 'power', event }));
  app.on('second-instance', () => windows.focus());
  stopInOrder(hosts);
  log('main.started', { electron: info.electron, runtime: info.runtime, mode: options.mode });
}

/** The last window ends the program, and the program ends only when the hosts have closed their files. */
function stopInOrder(hosts: StationHosts): void {
  let stopping = false;
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', (event) => {
    event.preventDefault();
    if (stopping) return;
    stopping = true;
    void hosts.stop(STOP_LIMIT_MS).finally(() => app.exit(0));
  });
}

function giveUp(): void {
  dialog.showErrorBox('Trạm Căn Cước', 'Màn hình bị lỗi nhiều lần liên tiếp. Dữ liệu đã lưu vẫn còn nguyên. Hãy mở lại chương trình; nếu vẫn lỗi, báo kỹ thuật viên.');
  app.quit();
}
