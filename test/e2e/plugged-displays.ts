import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startDisplayServer } from '../../scripts/lib/display.mjs';

/**
 * A desk with one display, and a socket for a second one: the X server of real machines on its driver without hardware, which has
 * sixteen RandR outputs (xf86-video-dummy 0.4 or later). Xvfb has one, and Chromium counts outputs: monitors that are only set with
 * `xrandr --setmonitor` stay unseen.
 */
export type PluggedDisplays = {
  /** For the program: the server, and the ticket to it. */
  readonly env: Readonly<Record<string, string>>;
  /** Lights the second display beside the first, or changes its resolution and place. `mode` is of the server's own list, for example `1280x800`. */
  readonly plug: (mode: string, place: 'right-of' | 'below') => Promise<void>;
  readonly unplug: () => Promise<void>;
  readonly close: () => Promise<void>;
};

/** The server itself: `/usr/bin/Xorg` may lead through a wrapper that asks for a console and for root's rights. */
const SERVER = '/usr/lib/xorg/Xorg';
const FIRST = 'DUMMY0';
const SECOND = 'DUMMY1';

/** The ranges let every mode of the server's list through that the driver's memory (KiB) holds; input devices of the machine are left alone. */
const configuration = (mode: string): string => `
Section "ServerFlags"
  Option "AutoAddDevices" "false"
  Option "AutoAddGPU" "false"
EndSection
Section "Device"
  Identifier "virtual"
  Driver "dummy"
  VideoRam 65536
EndSection
Section "Monitor"
  Identifier "any"
  HorizSync 10-300
  VertRefresh 10-200
EndSection
Section "Screen"
  Identifier "desk"
  Device "virtual"
  Monitor "any"
  DefaultDepth 24
  SubSection "Display"
    Modes "${mode}"
  EndSubSection
EndSection
`;

/** `mode`: the resolution of the first display, of the server's own list. */
export async function openPluggedDisplays(mode: string): Promise<PluggedDisplays> {
  const home = await mkdtemp(join(tmpdir(), 'displays-'));
  const config = join(home, 'xorg.conf');
  await writeFile(config, configuration(mode));
  const server = await startDisplayServer({ ids: {}, home, env: process.env }, SERVER, ['-config', config, '-logfile', join(home, 'xorg.log')]);
  const xrandr = (...options: readonly string[]) => promisify(execFile)('xrandr', options, { env: server.env });
  return {
    env: { DISPLAY: server.env['DISPLAY'] ?? '', XAUTHORITY: server.env['XAUTHORITY'] ?? '' },
    plug: async (second, place) => {
      await xrandr('--addmode', SECOND, second);
      await xrandr('--output', SECOND, '--mode', second, `--${place}`, FIRST);
      // The driver says "connected" of an output that is lit, and the server asks it when somebody asks the server.
      await xrandr('--query');
    },
    unplug: async () => void (await xrandr('--output', SECOND, '--off')),
    close: async () => {
      await server.close();
      await rm(home, { recursive: true, force: true });
    },
  };
}
