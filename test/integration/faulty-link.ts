import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** A real TCP proxy whose link can be cut: at a byte of the way up, before an answer comes down, or for good. */
export class FaultyLink {
  readonly #server: Server;
  readonly #target: () => number;
  readonly #sockets = new Set<Socket>();
  #cutAtUpBytes = Infinity;
  #down = false;
  /** Bytes that went up since the start, HTTP headers included. */
  upBytes = 0;
  cuts = 0;

  private constructor(target: () => number) {
    this.#target = target;
    this.#server = createServer((near) => this.#join(near));
  }

  /** @param target port of the far end on 127.0.0.1, asked at each connection */
  static async open(target: () => number): Promise<FaultyLink> {
    const link = new FaultyLink(target);
    link.#server.listen(0, '127.0.0.1');
    await once(link.#server, 'listening');
    return link;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  cutAfterUp(bytes: number): void {
    this.#cutAtUpBytes = this.upBytes + bytes;
  }

  /** While down, every connection is cut at once. */
  setDown(down: boolean): void {
    this.#down = down;
    if (down) this.#cut();
  }

  async close(): Promise<void> {
    this.#cut();
    this.#server.close();
    await once(this.#server, 'close');
  }

  #join(near: Socket): void {
    near.on('error', () => near.destroy());
    if (this.#down) return void near.destroy();
    const far = connect(this.#target(), '127.0.0.1');
    far.on('error', () => near.destroy());
    for (const socket of [near, far]) this.#sockets.add(socket);
    near.on('close', () => far.destroy());
    far.on('close', () => near.destroy());
    near.on('data', (bytes: Buffer) => {
      const passed = bytes.subarray(0, Math.max(0, this.#cutAtUpBytes - this.upBytes));
      this.upBytes += passed.length;
      far.write(passed);
      if (passed.length < bytes.length) this.#cut();
    });
    far.on('data', (bytes: Buffer) => near.write(bytes));
  }

  #cut(): void {
    this.cuts += 1;
    this.#cutAtUpBytes = Infinity;
    for (const socket of this.#sockets) socket.destroy();
    this.#sockets.clear();
  }
}
