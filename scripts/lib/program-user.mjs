import { chmodSync, chownSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { IS_ROOT, SHARED_STATE_DIR } from './places.mjs';
import { ask } from './processes.mjs';
import { Stop } from './say.mjs';

/**
 * Who the program and the tests run as. Started by root that is `nobody`, so that the kernel sandbox is on;
 * otherwise the person who started us.
 * @typedef {{
 *   readonly ids: { readonly uid?: number, readonly gid?: number },
 *   readonly home: string,
 *   readonly env: NodeJS.ProcessEnv,
 *   close(): void,
 * }} ProgramUser
 */

/** What of our environment the program may see. */
const PASSED_ON = ['LANG', 'LC_ALL', 'TZ', 'DISPLAY', 'WAYLAND_DISPLAY', 'XDG_RUNTIME_DIR', 'XAUTHORITY', 'DBUS_SESSION_BUS_ADDRESS', 'CI', 'BENCH', 'BENCH_LINES', 'BENCH_TRUST', 'TERM', 'NO_COLOR', 'FORCE_COLOR'];

/**
 * @param {{ keepHome: boolean }} options `keepHome`: the home outlives the run
 * @returns {ProgramUser}
 */
export function openProgramUser({ keepHome }) {
  const ids = IS_ROOT ? idsOf('nobody') : {};
  const ownHome = !IS_ROOT && keepHome;
  const home = ownHome ? homedir() : makeHome(keepHome, ids);
  const temporary = mkdtempSync(join(tmpdir(), 'tcc-'));
  giveTo(temporary, ids);
  const env = {
    ...Object.fromEntries(PASSED_ON.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]]))),
    PATH: systemPath().join(delimiter),
    HOME: home,
    TMPDIR: temporary,
    ...(IS_ROOT ? displayOfRoot(home, ids) : {}),
  };
  return {
    ids, home, env,
    close: () => {
      rmSync(temporary, { recursive: true, force: true });
      if (!keepHome) rmSync(home, { recursive: true, force: true });
    },
  };
}

/** Folders of commands without those npm put in front for its own script. */
const systemPath = () => (process.env['PATH'] ?? '').split(delimiter).filter((dir) => dir !== '' && !dir.includes('node_modules'));

/**
 * @param {string} user
 * @returns {{ uid: number, gid: number }}
 */
function idsOf(user) {
  const [uid, gid] = ['-u', '-g'].map((flag) => Number.parseInt(ask('id', [flag, user]).stdout, 10));
  if (!uid || !gid) throw new Stop(`Không có tài khoản "${user}" để chạy chương trình không có quyền root.`, `There is no account "${user}" to run the program without root's rights.`);
  return { uid, gid };
}

/**
 * @param {boolean} keep
 * @param {{ uid?: number, gid?: number }} ids
 */
function makeHome(keep, ids) {
  if (!keep) {
    const home = mkdtempSync(join(tmpdir(), 'tcc-home-'));
    giveTo(home, ids);
    return home;
  }
  const home = join(SHARED_STATE_DIR, 'nobody');
  mkdirSync(home, { recursive: true });
  chmodSync(SHARED_STATE_DIR, 0o755);
  giveTo(home, ids);
  return home;
}

/**
 * The unprivileged user needs a run folder of its own and root's ticket to the screen.
 * @param {string} home
 * @param {{ uid?: number, gid?: number }} ids
 */
function displayOfRoot(home, ids) {
  const runDir = join(home, '.run');
  mkdirSync(runDir, { recursive: true });
  giveTo(runDir, ids);
  const ticket = process.env['XAUTHORITY'] ?? join(homedir(), '.Xauthority');
  const own = join(home, '.Xauthority');
  if (process.env['DISPLAY'] !== undefined && existsSync(ticket)) {
    copyFileSync(ticket, own);
    giveTo(own, ids, 0o600);
  }
  return { XDG_RUNTIME_DIR: runDir, XAUTHORITY: own, DBUS_SESSION_BUS_ADDRESS: 'disabled:' };
}

/**
 * @param {string} path
 * @param {{ uid?: number, gid?: number }} ids
 * @param {number} [mode]
 */
export function giveTo(path, ids, mode = 0o700) {
  chmodSync(path, mode);
  if (ids.uid !== undefined && ids.gid !== undefined) chownSync(path, ids.uid, ids.gid);
}
