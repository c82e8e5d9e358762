import type { InventoryRow } from '../../../../electron/contract/technician.ts';
import { useCall, useDevices } from '../../../app/hooks.ts';
import { useT } from '../../../i18n/i18n.ts';
import { ErrorNotice, Notice } from '../../../ui/index.ts';

/** What stands between the station and this device, and the one thing to do: the command that allows it, a reset, another look. */
export function BlockedDevice({ device }: { readonly device: InventoryRow }) {
  const t = useT('technician');
  const devices = useDevices();
  const retry = useCall(devices['device.retry']);
  const reset = useCall(devices['device.reset']);
  if (device.state.kind !== 'blocked') return null;
  const { reason } = device.state;
  const deviceId = device.id;
  const action = reason === 'hung' ? { label: t('blocked.reset'), run: () => void reset.run({ deviceId }) } : { label: t('blocked.checkAgain'), shortcut: 'F8', run: () => void retry.run({ deviceId }) };
  return (
    <div className="device-blocked">
      <Notice tone="stop" title={t(`blocked.${reason}`)} code={`blocked.${reason}`} action={action}>
        {reason === 'permission' && device.allow !== undefined && <pre className="device-allow">{device.allow}</pre>}
      </Notice>
      <ErrorNotice error={retry.error ?? reset.error} />
    </div>
  );
}
