import { HID_POS_USAGE_PAGE } from './code-reader/protocol.ts';
import type { RealDriver } from './contract/device-match.ts';
import type { SimulatedDriver } from './contract/simulation.ts';
import { simCamera } from './sim-camera/sim-camera.ts';
import { simCodeReader } from './sim-code-reader/sim-code-reader.ts';
import { simDocumentCamera } from './sim-document-camera/sim-document-camera.ts';
import { simPrinter } from './sim-printer/sim-printer.ts';
import { simSignaturePad } from './sim-signature-pad/sim-signature-pad.ts';
import { simTenPrint } from './sim-ten-print/sim-ten-print.ts';
import { PRODUCT, VENDOR_ID } from './wacom-stu/protocol.ts';

/** The only lists of drivers. A station in simulated mode plugs in every simulated device at start. */
export const SIMULATED_DRIVERS: readonly SimulatedDriver[] = [simTenPrint, simCamera, simDocumentCamera, simSignaturePad, simPrinter, simCodeReader];

/** What real devices are looked for. UVC cameras are the page's: Chromium opens them itself. */
export const REAL_DRIVERS: readonly RealDriver[] = [
  { driver: 'sbi', kind: 'fingerprint-scanner', found: 'service' },
  { driver: 'zfm', kind: 'fingerprint-scanner', found: 'line', line: 'zfm' },
  { driver: 'wacom-stu', kind: 'signature-pad', found: 'hid', matches: Object.values(PRODUCT).map((productId) => ({ vendorId: VENDOR_ID, productId })) },
  { driver: 'topaz', kind: 'signature-pad', found: 'line', line: 'topaz' },
  { driver: 'code-reader', kind: 'code-reader', found: 'hid', matches: [{ usagePage: HID_POS_USAGE_PAGE }] },
  { driver: 'code-reader', kind: 'code-reader', found: 'line', line: 'code' },
  { driver: 'escpos', kind: 'printer', found: 'line', line: 'escpos' },
  { driver: 'ipp-printer', kind: 'printer', found: 'service' },
];
