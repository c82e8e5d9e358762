import { existsSync } from 'node:fs';
import type { App } from 'electron';

const RENDER_NODES = '/dev/dri';

/**
 * Before `ready`. On a Linux machine without a graphics device (virtual machines, virtual displays) Chromium's graphics
 * process fails while it starts and is started again; a page that asks for it in that moment waits for ever (seen on
 * Electron 33: about one start in thirty, window never drawn). Drawing in software from the beginning asks for nothing.
 */
export function drawInSoftwareWithoutGraphics(app: App): void {
  if (process.platform === 'linux' && !existsSync(RENDER_NODES)) app.disableHardwareAcceleration();
}
