import { z } from 'zod';
import { STILL_SLOTS } from '../core/dossier/capture-slots.ts';
import { SIMULATED_FAULTS } from '../core/device/simulated-faults.ts';
import { MEASURE_NAMES } from '../core/device/health/measures.ts';
import { Bytes, Id, Instant, Nothing, call, text } from './call.ts';
import { DeviceView, PRINT_FLAWS } from './device.ts';

const MeasureName = z.enum(MEASURE_NAMES as [(typeof MEASURE_NAMES)[number], ...(typeof MEASURE_NAMES)[number][]]);
const Reading = z.strictObject({ measure: MeasureName, value: z.number() });

/** A device with everything a technician asks on the telephone. '' and `null` = the device or the system doesn't tell. */
export const InventoryRow = z.strictObject({
  ...DeviceView.shape,
  firmware: text(80),
  driverVersion: text(80),
  /** Where it is plugged in, e.g. `1-2.3` = bus 1, hub port 2, port 3. */
  usbPath: text(80),
  usbSpeedMbps: z.number().nullable(),
  capturesToday: z.int(),
  errorsToday: z.int(),
  /** What is wrong with a simulated device on request; `null` = a real one, which takes no requests. */
  fault: z.enum(SIMULATED_FAULTS).nullable(),
  /** What is wrong with the fingers that a simulated scanner sees next; `null` = no such scanner. */
  printFlaw: z.enum(PRINT_FLAWS).nullable(),
});
export type InventoryRow = z.infer<typeof InventoryRow>;

export const LOG_LEVELS = ['info', 'look', 'stop'] as const;
/** One line of the device log: what happened to which device. `code` is a translation key `log.<code>` or an error code; `detail` is safe by its type. */
export const LogLine = z.strictObject({
  seq: z.int(), at: Instant, level: z.enum(LOG_LEVELS), deviceId: text(), kind: text(40), code: text(60),
  detail: z.record(z.string().max(40), z.union([z.string().max(200), z.number(), z.boolean()])),
});
export type LogLine = z.infer<typeof LogLine>;

export const TEST_STEPS = ['ready', 'live', 'measure', 'status'] as const;
/** One thing a self-test looked at. `advice`: what to do when it failed, a translation key `advice.<value>`; '' when it passed. */
export const TestStep = z.strictObject({
  step: z.enum(TEST_STEPS), measure: MeasureName.nullable(), value: z.number().nullable(), code: text(60), passed: z.boolean(), advice: text(60),
});
export type TestStep = z.infer<typeof TestStep>;

export const SelfTest = z.strictObject({
  deviceId: text(), kind: text(40), model: text(80), simulated: z.boolean(), at: Instant, passed: z.boolean(),
  steps: z.array(TestStep).max(40), readings: z.array(Reading).max(40),
  /** Frames by the time since the one before; bars as GAP_BOUNDS_MS in core. Empty where nothing is live. */
  histogram: z.array(z.int()).max(20),
});
export type SelfTest = z.infer<typeof SelfTest>;

const LogAsk = z.strictObject({ after: z.int().min(0), waitMs: z.int().min(0).max(10_000) });
const LogAnswer = z.strictObject({ lines: z.array(LogLine), last: z.int() });
const TryAsk = z.strictObject({ deviceId: text(), slot: z.enum(STILL_SLOTS) });
const Started = z.strictObject({ jobId: Id });

/**
 * What device-host does for the technician's desk. Only store-host asks, on the wire between the two hosts, because only
 * store-host knows who a page belongs to (ADR 0044).
 */
export const deskContract = {
  'desk.inventory': call('anyone', Nothing, z.array(InventoryRow)),
  /** Lines after `after`, oldest first; waits up to `waitMs` for the first. */
  'desk.log': call('anyone', LogAsk, LogAnswer),
  /** `referenceLevel`: the platen's level when it was first measured. Fails with device.not-found. */
  'desk.self-test': call('anyone', z.strictObject({ deviceId: text(), referenceLevel: z.number().nullable() }), SelfTest),
  /** A capture that is shown and never kept: frames by `job.preview`, the still by `job.result`, its hash is in no spool. */
  'desk.try-capture': call('anyone', TryAsk, Started),
  /** Measured in passing since the last time it was asked: how live frames came during work. */
  'desk.readings': call('anyone', Nothing, z.array(SelfTest)),
} as const;
export type DeskContract = typeof deskContract;

export const HealthSeries = z.strictObject({
  measure: MeasureName, points: z.array(z.strictObject({ at: Instant, value: z.number() })),
});
export type HealthSeries = z.infer<typeof HealthSeries>;
export const DeviceHealth = z.strictObject({ deviceId: text(), kind: text(40), model: text(80), simulated: z.boolean(), series: z.array(HealthSeries), last: SelfTest.nullable() });
export type DeviceHealth = z.infer<typeof DeviceHealth>;

const DESK_ROLES = ['technician', 'administrator'] as const;

/** The technician's desk as a page asks for it. No call here gives or takes anything of a citizen. */
export const technicianContract = {
  'technician.inventory': call(DESK_ROLES, Nothing, z.array(InventoryRow)),
  'technician.log': call(DESK_ROLES, LogAsk, LogAnswer),
  /** Runs the test, keeps its readings, notes it in the audit log. */
  'technician.self-test': call(DESK_ROLES, z.strictObject({ deviceId: text() }), SelfTest),
  /** `consent`: whoever sits before the device is no citizen and agrees, or it is a test object. Noted in the audit log; the picture is kept nowhere. */
  'technician.try-capture': call(DESK_ROLES, z.strictObject({ ...TryAsk.shape, consent: z.literal(true) }), Started),
  'technician.health': call(DESK_ROLES, Nothing, z.array(DeviceHealth)),
  /** A ZIP for whoever helps: versions, inventory, device log, health, settings, audit head. No personal data. */
  'technician.bundle': call(DESK_ROLES, Nothing, z.strictObject({ name: text(80), zip: Bytes, files: z.array(z.strictObject({ name: text(80), bytes: z.int() })) })),
} as const;
