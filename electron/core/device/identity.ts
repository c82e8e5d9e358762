/** A device as one look at a bus lists it. `place` is where it hangs: USB path, port or device node. */
export type Listed = { readonly driver: string; /** '' where it tells none. */ readonly serial: string; readonly place: string };

/**
 * Names devices so that a name outlives a replug: by serial number, else by place. Cheap devices share one serial number;
 * as soon as two such are seen at once they are told apart by place, and the one that was there first keeps its name.
 */
export class IdentityBook {
  readonly #owners = new Map<string, string>();
  readonly #shared = new Set<string>();

  /** One look at a bus: the name of each listed device, in the same order. No two are equal. */
  name(listed: readonly Listed[]): readonly string[] {
    const places = new Map<string, string[]>();
    for (const device of listed) places.set(baseOf(device), [...(places.get(baseOf(device)) ?? []), device.place]);
    for (const [base, at] of places) this.#learn(base, at);
    return listed.map((device) => {
      const base = baseOf(device);
      return !this.#shared.has(base) || this.#owners.get(base) === device.place ? base : `${base}@${device.place}`;
    });
  }

  #learn(base: string, places: readonly string[]): void {
    if (places.length > 1) this.#shared.add(base);
    const owner = this.#owners.get(base);
    // A single device may move to another port and stays itself; twins can't be told apart by anything but their port.
    if (owner === undefined || (!this.#shared.has(base) && !places.includes(owner))) this.#owners.set(base, [...places].sort()[0]!);
  }
}

const baseOf = ({ driver, serial, place }: Listed): string => (serial === '' ? `${driver}@${place}` : `${driver}:${serial}`);
