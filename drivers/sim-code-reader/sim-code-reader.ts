import type { DeviceIdentity } from '../contract/driver.ts';
import { simulatedPlug } from '../contract/simulated-session.ts';
import type { SimulatedDriver } from '../contract/simulation.ts';

const identity: DeviceIdentity = { id: 'SIM-QR-0001', maker: 'Trạm Căn Cước', model: 'Đầu đọc mã mô phỏng', serial: 'SIM-QR-0001', driver: 'sim-code-reader', simulated: true };

/** A code reader that reads whatever is shown to it; stalled it reads nothing, and a bad frame is a code that can't be read. */
export const simCodeReader: SimulatedDriver = {
  kind: 'code-reader',
  identity,
  open: (environment) => {
    const plug = simulatedPlug(environment);
    const { codes, faults } = environment;
    return {
      identity,
      closed: plug.closed,
      listen: ({ onCode, onFault }) => {
        const stop = codes.onShow((code) => {
          if (plug.gone || faults.fault === 'stall') return;
          if (faults.takeOnce('bad-frame')) onFault('not-a-scan');
          else onCode(code);
        });
        void plug.closed.then(stop);
        return stop;
      },
      close: async () => plug.pull('closed'),
    };
  },
};
