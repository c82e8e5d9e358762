import type { LiveLook } from './look-live.ts';

/** One capture before the gate. `armed` settles when no finger of the capture before lies on the glass any more. */
export type Passage = {
  readonly armed: Promise<void>;
  readonly open: boolean;
  /** A live frame was looked at; undefined = nothing can be told from this device's frames. */
  seen(look: LiveLook | undefined): void;
  /** @param captured a picture came: its fingers lie on the glass now */
  leave(captured: boolean): void;
};

/**
 * A picture is not followed by another of the same fingers: the next one arms when they have left the glass, for all that can be
 * seen in the live picture. A glass that never comes out empty (wet, dirty) holds nobody up for ever. Source: BSI TR-03121-3 Volume 2.
 */
export class PlatenGate {
  readonly #touched = new Set<string>();

  /** @param deviceId '' = nothing with a glass */
  enter(deviceId: string, mostMs: number): Passage {
    const armed = Promise.withResolvers<void>();
    let open = !this.#touched.has(deviceId);
    const pass = (): void => {
      open = true;
      clearTimeout(most);
      armed.resolve();
    };
    const most = setTimeout(pass, mostMs);
    most.unref();
    if (open) pass();
    return {
      armed: armed.promise,
      get open() {
        return open;
      },
      seen: (look) => {
        if (look === undefined || look.boxes.length === 0) pass();
      },
      leave: (captured) => {
        clearTimeout(most);
        if (deviceId !== '' && captured) this.#touched.add(deviceId);
        else if (open) this.#touched.delete(deviceId);
      },
    };
  }
}
