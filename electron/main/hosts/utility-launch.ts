import { app, utilityProcess, type MessagePortMain } from 'electron';
import type { FromHost } from '../../contract/host.ts';
import { forwardLines } from '../diagnostics/log.ts';
import { hostEnvironment, type HostEars, type HostProcess } from './host-process.ts';

export type UtilityProgram = { readonly host: string; readonly entry: string };

let lastLaunch = 0;

/** Launches a host inside Electron's own Node. Ports are handed over whole; main carries no message of theirs. */
export function launchUtility(program: UtilityProgram, ears: HostEars): HostProcess {
  // Its own name for every launch: `child-process-gone` names the process and nothing else that we know.
  const serviceName = `${program.host}-${++lastLaunch}`;
  const child = utilityProcess.fork(program.entry, [], { serviceName, env: hostEnvironment(program.host, process.env), stdio: ['ignore', 'pipe', 'pipe'] });
  let gone = false;
  let truth: string | undefined;
  let pid: number | undefined;
  // `exit` may say 0 for a crash (electron#42283); the reason of `child-process-gone` is the truth.
  const onGone = (_event: unknown, details: Electron.Details): void => {
    if (details.name !== serviceName) return;
    truth = details.reason;
    end(details.reason, details.exitCode);
  };
  const end = (reason: string, exitCode: number | null): void => {
    if (gone) return;
    gone = true;
    setImmediate(() => {
      app.off('child-process-gone', onGone);
      ears.onGone({ reason: truth ?? reason, exitCode });
    });
  };
  app.on('child-process-gone', onGone);
  child.on('spawn', () => { pid = child.pid; });
  child.on('exit', (code) => end(code === 0 ? 'clean-exit' : 'abnormal-exit', code));
  child.on('message', (message: FromHost) => ears.onMessage(message));
  forwardLines(child.stdout, program.host);
  forwardLines(child.stderr, program.host);
  return {
    get pid() { return pid; },
    way: 'utility',
    post: (message) => {
      if (!gone) child.postMessage(message);
    },
    attach(meta, port) {
      if (gone) return port.close();
      child.postMessage({ type: 'port', meta, pumped: false }, [port as unknown as MessagePortMain]);
    },
    kill() {
      if (gone || pid === undefined) return;
      // A host in an endless loop never gets to a polite signal.
      try { process.kill(pid, 'SIGKILL'); } catch { /* ESRCH: it ended by itself in this moment. */ }
    },
  };
}
