import { IS_ROOT } from './places.mjs';
import { ask, run } from './processes.mjs';
import { say, Stop } from './say.mjs';

/** What Electron, the virtual display and the native modules load from the system. Each entry: the names it goes by, oldest first. */
const FOR_RUNNING = [
  ['libgtk-3-0', 'libgtk-3-0t64'], ['libnss3'], ['libasound2', 'libasound2t64'], ['libgbm1'], ['libxss1'],
  ['libatk-bridge2.0-0', 'libatk-bridge2.0-0t64'], ['libxtst6'], ['libusb-1.0-0'], ['udev'], ['xvfb'], ['xauth'],
];
/** The virtual machine of the laboratory (test/lab), and what makes its first file system. */
const FOR_THE_LAB = [['qemu-system-x86'], ['busybox-static'], ['cpio'], ['kmod']];
/** The tests open pseudo-terminals with socat, read receipts with poppler, print to a real IPP printer, check seals with the openssl command, JPEG 2000 with OpenJPEG's own tools and the archivists' validator, prints with NIST's matcher in libfprint, and plug displays into an X server without hardware. */
const FOR_TESTS = [['socat'], ['poppler-utils'], ['cups-ipp-utils'], ['dbus', 'dbus-daemon'], ['openssl'], ['libopenjp2-tools'], ['python3-jpylyzer'], ['python3-gi'], ['gir1.2-fprint-2.0'], ['xserver-xorg-video-dummy'], ['x11-xserver-utils']];

/**
 * Makes sure of the Debian packages: root installs what is missing, anybody else is told the one command.
 * @param {{ tests: boolean, lab?: boolean }} what
 */
export async function ensureSystemPackages({ tests, lab = false }) {
  const installed = installedNames();
  if (installed === undefined) return;
  const missing = [...FOR_RUNNING, ...(tests ? FOR_TESTS : []), ...(lab ? FOR_THE_LAB : [])].filter((names) => !names.some((name) => installed.has(name)));
  if (missing.length === 0) return;
  if (!IS_ROOT) {
    const command = `sudo apt-get install -y --no-install-recommends ${missing.map(pickAvailable).join(' ')}`;
    throw new Stop(`Thiếu gói hệ thống. Hãy chạy:\n\n    ${command}\n\n  rồi chạy lại lệnh này.`, 'System packages are missing. Run the command above, then this one again.');
  }
  say(`Cài gói hệ thống: ${missing.map(([name]) => name).join(' ')}`, 'installing system packages');
  await install(missing);
}

/**
 * Names of installed packages and of what they provide.
 * @returns {Set<string> | undefined} undefined where there is no dpkg
 */
function installedNames() {
  const list = ask('dpkg-query', ['-W', '-f=${db:Status-Status}\t${Package}\t${Provides}\n']);
  if (!list.ok) {
    say('Không phải Debian/Ubuntu: bỏ qua bước kiểm tra gói hệ thống', 'no dpkg here: system packages are not checked');
    return undefined;
  }
  const names = list.stdout.split('\n').filter((line) => line.startsWith('installed\t')).flatMap((line) => {
    const [, name = '', provides = ''] = line.split('\t');
    return [name, ...provides.split(',').map((entry) => entry.trim().split(/[ :(]/)[0] ?? '')];
  });
  return new Set(names);
}

/** @param {string[][]} missing */
async function install(missing) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-q'], { env });
  const code = await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...missing.map(pickAvailable)], { env });
  if (code !== 0) throw new Stop('apt-get không cài được gói hệ thống (xem thông báo phía trên).', 'apt-get could not install the system packages (see above).');
}

/**
 * @param {string[]} names
 * @returns {string} the name this release of the system knows
 */
function pickAvailable(names) {
  const known = names.find((name) => / {2}Candidate: (?!\(none\))/.test(ask('apt-cache', ['policy', name]).stdout));
  return known ?? names[0] ?? '';
}
