import type { Client } from '../../../../electron/contract/call.ts';
import type { DeviceKindName } from '../../../../electron/contract/device.ts';
import type { StoreContract } from '../../../../electron/contract/store.ts';
import type { CaptureSlot } from '../../../../electron/core/dossier/capture-slots.ts';
import type { DeviceClient } from '../../enrolment/capture/capture-session.ts';

const SLOTS: Partial<Record<DeviceKindName, CaptureSlot>> = { 'fingerprint-scanner': 'right-four', camera: 'portrait', 'signature-pad': 'signature' };

/** What is captured to try a device; `undefined` where there is nothing to capture. */
export const trialSlotOf = (kind: DeviceKindName): CaptureSlot | undefined => SLOTS[kind];

/** Device calls under which a capture begins as a technician's trial: asked of the store, with consent, kept nowhere. */
export const trialCalls = (devices: DeviceClient, store: Client<StoreContract>): DeviceClient => ({
  ...devices,
  'job.start': ({ deviceId, slot }) => store['technician.try-capture']({ deviceId, slot, consent: true }),
});
