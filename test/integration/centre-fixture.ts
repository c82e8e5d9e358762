import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CentreServer } from '../../native-bridges/practice-centre/centre-server.ts';

/** A practice centre on a folder of its own; `restart` brings it up again on the same port with what is on its disk. */
export class CentreFixture {
  readonly dataDir: string;
  server: CentreServer;

  private constructor(dataDir: string, server: CentreServer) {
    this.dataDir = dataDir;
    this.server = server;
  }

  static async start(citizens = 300): Promise<CentreFixture> {
    const dataDir = mkdtempSync(join(tmpdir(), 'centre-'));
    return new CentreFixture(dataDir, await CentreServer.start({ dataDir, seed: 1, citizens, port: 0 }));
  }

  get url(): string {
    return this.server.url;
  }

  get port(): number {
    return Number(new URL(this.url).port);
  }

  async restart(): Promise<void> {
    const { port } = this;
    await this.server.close();
    this.server = await CentreServer.start({ dataDir: this.dataDir, seed: 1, citizens: 10, port });
  }

  async stop(): Promise<void> {
    await this.server.close();
    rmSync(this.dataDir, { recursive: true, force: true });
  }
}
