import type { DeviceSettings } from '../../../electron/contract/device-settings.ts';
import type { Station } from './station.ts';

/** What stands for each kind: the schema of the settings admits nothing else. */
type Source = DeviceSettings['sources']['camera'];

/** Tells device-host what the station has set about its devices; without a device-host it hears when it comes. */
export function tellDeviceSettings({ spool, settings }: Pick<Station, 'spool' | 'settings'>): void {
  const source = (kind: keyof DeviceSettings['sources']): Source => settings.get(`devices.${kind}`) as Source;
  void spool()?.['device.configure']({
    sources: {
      'fingerprint-scanner': source('fingerprint-scanner'), camera: source('camera'), 'document-camera': source('document-camera'), 'signature-pad': source('signature-pad'),
      printer: source('printer'), 'code-reader': source('code-reader'),
    },
    sbiTrustFile: settings.get('devices.sbi-trust-file'),
    lines: settings.get('devices.lines'),
  });
}
