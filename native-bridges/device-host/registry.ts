import { DEVICE_KINDS, type DeviceView } from '../../electron/contract/device.ts';
import type { SessionState } from '../../electron/core/device/session.ts';
import { AppError } from '../../electron/core/errors/app-error.ts';
import type { CaptureDevice, PrinterDevice } from '../../drivers/contract/driver.ts';
import type { Fault, FaultLine } from '../../drivers/contract/simulation.ts';
import { DeviceSession, type DeviceEntry, type OpenDevice } from './device-session.ts';

/** Every device of the station by its identity, and everybody who wants to hear when one changes. */
export class DeviceRegistry {
  readonly #sessions = new Map<string, DeviceSession>();
  readonly #listeners = new Set<(views: readonly DeviceView[]) => void>();

  /** A device that is there. Known ones that were gone come back under their old identity. */
  arrive(entry: DeviceEntry): void {
    const known = this.#sessions.get(entry.identity.id);
    const session = known ?? new DeviceSession(entry, () => this.#tell());
    this.#sessions.set(entry.identity.id, session);
    session.dispatch({ type: 'arrived' });
  }

  /** A look at the buses found it: a new one, or one that was gone, is opened; one that is there is left alone. */
  sighted(entry: DeviceEntry): void {
    const known = this.#sessions.get(entry.identity.id);
    if (known === undefined) this.arrive(entry);
    else known.sighted(entry);
  }

  state(deviceId: string): SessionState | undefined {
    return this.#sessions.get(deviceId)?.state;
  }

  /** A capture or a print runs somewhere. */
  get busy(): boolean {
    return [...this.#sessions.values()].some((session) => session.state.kind === 'busy');
  }

  /** The station uses it no longer: closed and forgotten. */
  async remove(deviceId: string): Promise<void> {
    const session = this.#sessions.get(deviceId);
    this.#sessions.delete(deviceId);
    await session?.close();
    this.#tell();
  }

  /** A device that is gone for good from where it was listed; its identity stays known. */
  leave(deviceId: string): void {
    this.#sessions.get(deviceId)?.dispatch({ type: 'removed' });
  }

  /** In the order of the kinds, so that a device keeps its place on the screen whenever it came. */
  list(): DeviceView[] {
    return [...this.#sessions.values()].map((session) => session.view).sort((a, b) => DEVICE_KINDS.indexOf(a.kind) - DEVICE_KINDS.indexOf(b.kind));
  }

  onChange(listener: (views: readonly DeviceView[]) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** @throws {AppError} `device.not-found` */
  captureSession(deviceId: string): DeviceSession<CaptureDevice> {
    const session = this.#find(deviceId);
    const { kind } = session.entry;
    if (kind === 'printer' || kind === 'code-reader') throw new AppError('device.unsupported', { kind });
    return session as unknown as DeviceSession<CaptureDevice>;
  }

  sessions(): readonly DeviceSession[] {
    return [...this.#sessions.values()];
  }

  /** @throws {AppError} `device.not-found` */
  session(deviceId: string): DeviceSession {
    return this.#find(deviceId);
  }

  printers(): readonly DeviceSession<PrinterDevice>[] {
    return [...this.#sessions.values()].filter((session) => session.entry.kind === 'printer') as unknown as DeviceSession<PrinterDevice>[];
  }

  /** The officer asks to try again. @throws {AppError} `device.not-found` when nothing is plugged in. */
  retry(deviceId: string): void {
    const session = this.#find(deviceId);
    if (session.state.kind === 'absent') throw new AppError('device.not-found');
    session.dispatch({ type: 'retry-now' });
  }

  /** Closes and opens a device that hangs; the others don't notice. @throws {AppError} `device.not-found` when nothing is plugged in. */
  reset(deviceId: string): void {
    const session = this.#find(deviceId);
    if (session.state.kind === 'absent') throw new AppError('device.not-found');
    session.dispatch({ type: 'reset' });
  }

  /** @throws {AppError} `device.unsupported` for a device that is not simulated */
  simulate(deviceId: string, fault: Fault): void {
    this.requireSimulated(deviceId).set(fault);
    if (fault === 'replug') this.#find(deviceId).dispatch({ type: 'arrived' });
  }

  /** @throws {AppError} `device.unsupported` for a device that is not simulated */
  requireSimulated(deviceId: string): FaultLine {
    const { faults } = this.#find(deviceId).entry;
    if (faults === undefined) throw new AppError('device.unsupported');
    return faults;
  }

  suspend(): void {
    for (const session of this.#sessions.values()) session.dispatch({ type: 'suspended' });
  }

  resume(): void {
    for (const session of this.#sessions.values()) session.dispatch({ type: 'resumed' });
  }

  async close(): Promise<void> {
    await Promise.all([...this.#sessions.values()].map((session) => session.close()));
  }

  #find(deviceId: string): DeviceSession<OpenDevice> {
    const session = this.#sessions.get(deviceId);
    if (session === undefined) throw new AppError('device.not-found');
    return session;
  }

  #tell(): void {
    const views = this.list();
    for (const listener of this.#listeners) listener(views);
  }
}
