import { X509Certificate } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { USAGE, findFault, parseArguments, type SimulateOptions } from './devices/arguments.ts';
import { makeBundle } from './devices/bundle.ts';
import { captureOnce } from './devices/capture.ts';
import { listDevices } from './devices/list.ts';
import { glassOf } from './devices/persona-glass.ts';
import { startSbiServer } from './devices/sbi-server.ts';
import { selfTest } from './devices/self-test.ts';

/** `npm run devices`: lists devices, tests them, captures once, makes a diagnostic bundle, or puts a simulated device on the wire until it is stopped. Exit code 1 = it failed, 2 = wrong usage. */
async function main(words: readonly string[]): Promise<number> {
  const options = parseArguments(words);
  if (options === undefined) {
    process.stderr.write(`${USAGE}\n`);
    return 2;
  }
  try {
    switch (options.command) {
      case 'list': return await listDevices(options);
      case 'capture': return await captureOnce(options);
      case 'self-test': return await selfTest(options);
      case 'bundle': return await makeBundle(options);
      case 'simulate': await simulate(options);
    }
    return 0;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  }
}

/** Runs until SIGINT or SIGTERM; says on its first line where it listens. */
async function simulate(options: SimulateOptions): Promise<void> {
  const server = await startSbiServer({ ...options, ...glassOf(options.persona), captureMs: 1_500 });
  server.simulator.setFault(options.fault);
  if (options.trustFile !== undefined) writeFileSync(options.trustFile, new X509Certificate(server.pki.authorityDer).toString());
  process.stdout.write(`${JSON.stringify({ listening: server.port, version: options.version, serial: options.serialNo, fault: options.fault })}\n`);
  const lines = createInterface({ input: process.stdin });
  lines.on('line', (line) => {
    const fault = findFault(line.trim());
    if (fault === undefined) return void process.stderr.write(`${USAGE}\n`);
    server.simulator.setFault(fault);
    process.stdout.write(`${JSON.stringify({ fault })}\n`);
  });
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  lines.close();
  await server.close();
}

process.exitCode = await main(process.argv.slice(2));
