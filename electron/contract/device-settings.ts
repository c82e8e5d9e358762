import { z } from 'zod';
import { text } from './call.ts';

const Source = z.enum(['', 'real', 'simulated']);

/** What the station has set about its devices; told by store-host, which keeps settings and policy. Source: ADR 0043. */
export const DeviceSettings = z.strictObject({
  /** Per kind; '' = as the program was started: practice simulates, a real station never does. */
  sources: z.strictObject({ 'fingerprint-scanner': Source, camera: Source, 'document-camera': Source, 'signature-pad': Source, printer: Source, 'code-reader': Source }),
  /** PEM file of the authorities whose SBI devices are believed; '' = none, so that no capture is. */
  sbiTrustFile: text(500),
  /** Devices on serial lines and network ports, as `parseDeviceLines` reads them. */
  lines: text(500),
});
export type DeviceSettings = z.infer<typeof DeviceSettings>;
