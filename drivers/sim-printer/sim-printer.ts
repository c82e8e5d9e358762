import { AppError } from '../../electron/core/errors/app-error.ts';
import { err, ok } from '../../electron/core/result/result.ts';
import type { DeviceIdentity, PrinterState } from '../contract/driver.ts';
import { simulatedPlug } from '../contract/simulated-session.ts';
import type { SimulatedDriver } from '../contract/simulation.ts';

const identity: DeviceIdentity = { id: 'SIM-PRN-0001', maker: 'Trạm Căn Cước', model: 'Máy in giấy hẹn mô phỏng', serial: 'SIM-PRN-0001', driver: 'sim-printer', simulated: true };
const PRINT_MS = 250;
const STALL_LOOK_MS = 50;

/** A receipt printer that lays its sheets into the tray it is given; without paper it asks for attention and prints nothing. */
export const simPrinter: SimulatedDriver = {
  kind: 'printer',
  identity,
  open: (environment) => {
    const plug = simulatedPlug(environment);
    const { clock, faults, tray } = environment;
    const status = (): PrinterState => (plug.gone ? { state: 'offline', detail: '' } : faults.fault === 'paper-out' ? { state: 'attention', detail: 'media-empty' } : { state: 'idle', detail: '' });
    return {
      identity,
      closed: plug.closed,
      status: async () => ok(status()),
      async print(job, signal) {
        const ended = new AbortController();
        const stop = (): void => ended.abort();
        signal.addEventListener('abort', stop, { once: true });
        void plug.closed.then(stop);
        await clock.sleep(PRINT_MS, ended.signal);
        while (faults.fault === 'stall' && !ended.signal.aborted && !signal.aborted) await clock.sleep(STALL_LOOK_MS, ended.signal);
        signal.removeEventListener('abort', stop);
        if (plug.gone) return err(new AppError('printer.offline', { driver: identity.driver }));
        if (signal.aborted) return err(new AppError('device.cancelled', { driver: identity.driver }));
        if (faults.fault === 'paper-out') return err(new AppError('printer.attention', { reason: 'media-empty' }));
        const laid = await tray(job);
        return laid.ok ? ok('printed') : laid;
      },
      close: async () => plug.pull('closed'),
    };
  },
};
