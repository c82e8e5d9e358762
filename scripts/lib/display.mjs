import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { IS_ROOT } from './places.mjs';
import { giveTo } from './program-user.mjs';
import { Stop } from './say.mjs';

const SCREEN = '1600x1000x24';
const START_LIMIT_MS = 20_000;

export const hasDisplay = () => Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);

/**
 * A virtual screen that only this user may draw on.
 * @param {import('./program-user.mjs').ProgramUser} user
 * @param {{ framesTo?: string }} [options] `framesTo`: folder where the server keeps the picture as the file Xvfb_screen0
 */
export function openVirtualDisplay(user, { framesTo } = {}) {
  return startDisplayServer(user, 'Xvfb', ['-screen', '0', SCREEN, ...(framesTo === undefined ? [] : ['-fbdir', framesTo])]);
}

/**
 * An X server without hardware, which only this user may draw on.
 * @param {Pick<import('./program-user.mjs').ProgramUser, 'ids' | 'home' | 'env'>} user
 * @param {string} command
 * @param {readonly string[]} options
 * @returns {Promise<{ env: NodeJS.ProcessEnv, close(): Promise<void> }>} `env`: the user's environment with the screen in it
 */
export async function startDisplayServer(user, command, options) {
  // The server makes its socket folder only when it runs as root.
  if (IS_ROOT) {
    mkdirSync('/tmp/.X11-unix', { recursive: true });
    chmodSync('/tmp/.X11-unix', 0o1777);
  }
  const ticket = join(user.home, '.Xauthority-virtual');
  writeFileSync(ticket, ticketFor(randomBytes(16)));
  giveTo(ticket, user.ids, 0o600);
  const server = spawn(command, ['-displayfd', '3', '-nolisten', 'tcp', '-auth', ticket, '-noreset', ...options], {
    ...user.ids, env: user.env, cwd: '/', stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  });
  const gone = new Promise((resolve) => void server.once('close', resolve).once('error', resolve));
  const stopWithUs = () => void server.kill();
  process.once('exit', stopWithUs);
  const number = await displayNumber(server, command);
  const { WAYLAND_DISPLAY: _wayland, ...env } = user.env;
  return {
    env: { ...env, DISPLAY: `:${number}`, XAUTHORITY: ticket },
    close: async () => {
      process.off('exit', stopWithUs);
      server.kill();
      await gone;
    },
  };
}

/**
 * The server writes the number it found free when it is ready for clients.
 * @param {import('node:child_process').ChildProcess} server
 * @param {string} command
 * @returns {Promise<number>}
 */
function displayNumber(server, command) {
  return new Promise((resolve, reject) => {
    let complaint = '';
    const fail = () => reject(new Stop(`Không mở được màn hình ảo (${command}).`, `The virtual display did not start. ${complaint.trim()}`));
    const limit = setTimeout(() => { server.kill(); fail(); }, START_LIMIT_MS);
    server.stderr?.on('data', (text) => { complaint += text; });
    server.stdio[3]?.once('data', (text) => {
      clearTimeout(limit);
      resolve(Number.parseInt(String(text), 10));
    });
    server.once('error', fail).once('close', () => { clearTimeout(limit); fail(); });
  });
}

/**
 * One entry of an Xauthority file, good for any display of this machine.
 * Source: libXau, Xauth.h: family (0xffff = any), then address, number, name and data, each with a 16-bit big-endian length.
 * @param {Buffer} cookie
 */
function ticketFor(cookie) {
  const counted = (/** @type {Buffer} */ bytes) => Buffer.concat([Buffer.from([bytes.length >> 8, bytes.length & 0xff]), bytes]);
  return Buffer.concat([Buffer.from([0xff, 0xff]), counted(Buffer.alloc(0)), counted(Buffer.alloc(0)), counted(Buffer.from('MIT-MAGIC-COOKIE-1')), counted(cookie)]);
}
