import { z } from 'zod';
import { text } from './call.ts';

/** The device a still came from, as the dossier keeps it. */
export const DeviceStamp = z.strictObject({ id: text(), kind: text(40), model: text(), serial: text(), driver: text(80), simulated: z.boolean() });
export type DeviceStamp = z.infer<typeof DeviceStamp>;
