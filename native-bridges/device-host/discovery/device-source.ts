import type { DeviceKind } from '../../../drivers/contract/driver.ts';
import type { DeviceEntry } from '../device-session.ts';

/** One place where real devices are looked for. */
export type DeviceSource = {
  readonly name: string;
  /** Kinds it may find; it isn't asked when none of them is wanted. */
  readonly kinds: readonly DeviceKind[];
  /** Devices that are there now; aborting may leave some out. Never throws. */
  look(signal: AbortSignal): Promise<readonly DeviceEntry[]>;
  /** True where a device that isn't listed is gone although it is open; else its own wire says so. */
  readonly knowsAbsence: boolean;
};
