import { X509Certificate } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { discoverSbi } from '../drivers/sbi/discovery.ts';
import { systemClock } from '../native-bridges/device-host/system-clock.ts';
import { connectTcp } from '../native-bridges/transports/tcp-transport.ts';
import { USAGE, findFault, parseArguments, type SimulateOptions } from './devices/arguments.ts';
import { glassOf } from './devices/persona-glass.ts';
import { startSbiServer } from './devices/sbi-server.ts';

/** `npm run devices -- simulate sbi …`: a device on the wire until it is stopped. Exit code 1 = it could not start, 2 = wrong usage. */
async function main(words: readonly string[]): Promise<number> {
  const options = parseArguments(words);
  if (options === undefined) {
    process.stderr.write(`${USAGE}\n`);
    return 2;
  }
  try {
    await (options.command === 'list' ? list() : simulate(options));
    return 0;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  }
}

async function list(): Promise<void> {
  const connect = (port: number, signal: AbortSignal): ReturnType<typeof connectTcp> => connectTcp({ host: '127.0.0.1', port }, signal);
  const devices = await discoverSbi({ connect, clock: systemClock }, new AbortController().signal);
  for (const { port, version, status, id } of devices) process.stdout.write(`${JSON.stringify({ port, version, status, make: id.make, model: id.model, serial: id.serialNo, type: id.type, subType: id.deviceSubType })}\n`);
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
