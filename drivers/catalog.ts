import type { SimulatedDriver } from './contract/simulation.ts';
import { simCamera } from './sim-camera/sim-camera.ts';
import { simCodeReader } from './sim-code-reader/sim-code-reader.ts';
import { simPrinter } from './sim-printer/sim-printer.ts';
import { simSignaturePad } from './sim-signature-pad/sim-signature-pad.ts';
import { simTenPrint } from './sim-ten-print/sim-ten-print.ts';

/** The only list of drivers. A station in simulated mode plugs in every simulated device at start. */
export const SIMULATED_DRIVERS: readonly SimulatedDriver[] = [simTenPrint, simCamera, simSignaturePad, simPrinter, simCodeReader];
