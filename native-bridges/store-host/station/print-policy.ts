import { printPolicyOf } from '../../../electron/core/settings/print-policy.ts';
import type { Station } from './station.ts';

/** Tells device-host what the station asks of fingerprints; without a device-host it hears when it comes. */
export const tellPrintPolicy = (station: Pick<Station, 'spool' | 'settings'>): void =>
  void station.spool()?.['spool.policy'](printPolicyOf((key) => station.settings.get(key)));
