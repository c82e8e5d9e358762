import { fork } from 'node:child_process';
import type { FromHost } from '../../contract/host.ts';
import { safeForChannel } from '../../contract/safe-for-channel.ts';
import { forwardLines } from '../diagnostics/log.ts';
import { hostEnvironment, type HostEars, type HostProcess, type MainPort } from './host-process.ts';

export type ChildProgram = { readonly host: string; readonly entry: string; readonly node: string };

/**
 * Launches a host on the project's own Node, for an Electron whose Node-API is too old for the host's native packages.
 * Such a process can't hold a port: main carries its messages both ways, so that neither end can tell.
 */
export function launchChild(program: ChildProgram, ears: HostEars): HostProcess {
  const child = fork(program.entry, [], {
    execPath: program.node,
    execArgv: [],
    serialization: 'advanced',
    env: hostEnvironment(program.host, process.env),
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const ports = new Map<number, MainPort>();
  let gone = false;
  const post = (message: unknown): void => {
    // The callback takes the error of a channel that closes under a write; `onGone` tells of it.
    if (!gone && child.connected) child.send(message as object, () => undefined);
  };
  const end = (reason: string, exitCode: number | null): void => {
    if (gone) return;
    gone = true;
    setImmediate(() => {
      for (const port of ports.values()) port.close();
      ports.clear();
      ears.onGone({ reason, exitCode });
    });
  };
  forwardLines(child.stdout, program.host);
  forwardLines(child.stderr, program.host);
  child.on('error', (error: NodeJS.ErrnoException) => end(`launch-failed ${error.code ?? ''}`.trim(), null));
  child.on('exit', (code, signal) => end(signal === null ? (code === 0 ? 'clean-exit' : 'abnormal-exit') : `killed ${signal}`, code));
  child.on('message', (message) => receive(message as unknown as FromHost, ports, ears));
  return {
    pid: child.pid,
    way: 'child',
    post(message) {
      post(message);
      if (message.type === 'port-close') forget(ports, message.portId);
    },
    attach(meta, port) {
      if (gone) return port.close();
      ports.set(meta.portId, port);
      port.on('message', ({ data }) => post({ type: 'port-message', portId: meta.portId, data: safeForChannel(data) }));
      port.on('close', () => {
        if (ports.delete(meta.portId)) post({ type: 'port-close', portId: meta.portId });
      });
      post({ type: 'port', meta, pumped: true });
      port.start();
    },
    kill: () => void child.kill('SIGKILL'),
  };
}

function receive(message: FromHost, ports: Map<number, MainPort>, ears: HostEars): void {
  if (message.type === 'port-message') return ports.get(message.portId)?.postMessage(message.data);
  if (message.type !== 'port-close') return ears.onMessage(message);
  forget(ports, message.portId);
}

/** Taken out first: closing a port tells its listeners, and the host has closed its end already. */
function forget(ports: Map<number, MainPort>, portId: number): void {
  const port = ports.get(portId);
  ports.delete(portId);
  port?.close();
}
