import { X509Certificate } from 'node:crypto';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FIRST_PORT, LAST_PORT } from '../../drivers/sbi/protocol.ts';
import type { SimulatorParts } from '../../drivers/sbi/simulator.ts';
import { makeSbiPki, type SbiPki } from '../../scripts/devices/sbi-pki.ts';
import { startSbiServer, type SbiServer } from '../../scripts/devices/sbi-server.ts';
import { FRAME, IMAGES } from './sbi-fixture.ts';

/** A simulated service on one of SBI's own ports, where a station looks for it. The same scanner can be put back after it was pulled. */
export class SbiBench {
  readonly serialNo = `SIM${process.pid}N${Math.floor(performance.now())}`;
  readonly deviceId = `sbi:${this.serialNo}`;
  readonly pki: SbiPki;
  readonly #glass: Pick<SimulatorParts, 'finger' | 'jpeg'>;
  #server: SbiServer | undefined;
  #port = 0;

  /**
   * @param glass what lies on it; small pictures where only the protocol matters
   * @param pki another scanner of the same maker
   */
  constructor(glass: Pick<SimulatorParts, 'finger' | 'jpeg'> = { finger: (finger) => IMAGES.get(finger)!, jpeg: () => FRAME }, pki: SbiPki = makeSbiPki()) {
    this.#glass = glass;
    this.pki = pki;
  }

  get server(): SbiServer {
    if (this.#server === undefined) throw new Error('nothing is plugged in');
    return this.#server;
  }

  /** @param port where it was before, or any free one of SBI's */
  async plugIn(port = this.#port): Promise<void> {
    const ports = port === 0 ? Array.from({ length: LAST_PORT - FIRST_PORT + 1 }, (_, n) => FIRST_PORT + ((n + process.pid) % (LAST_PORT - FIRST_PORT + 1))) : [port];
    for (const candidate of ports) {
      this.#server = await startSbiServer({ port: candidate, version: '0.9.5', serialNo: this.serialNo, ...this.#glass, captureMs: 60, pki: this.pki }).catch(() => undefined);
      if (this.#server !== undefined) return void (this.#port = candidate);
    }
    throw new Error('every port of SBI is taken');
  }

  async unplug(): Promise<void> {
    await this.#server?.close();
    this.#server = undefined;
  }

  /** The list a station must have to believe this scanner. */
  async trustFile(): Promise<string> {
    const file = join(await mkdtemp(join(tmpdir(), 'sbi-trust-')), 'authorities.pem');
    await writeFile(file, new X509Certificate(this.pki.authorityDer).toString());
    return file;
  }
}
