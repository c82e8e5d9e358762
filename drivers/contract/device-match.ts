import type { DeviceKind } from './driver.ts';

/** How a HID device is recognised before it is opened: by vendor and product, or by what its descriptor says it is. */
export type HidMatch = { readonly vendorId: number; readonly productId: number } | { readonly usagePage: number };

/** A driver of a real device as the catalogue lists it, and how its devices are found. */
export type RealDriver =
  | { readonly driver: string; readonly kind: DeviceKind; readonly found: 'hid'; readonly matches: readonly HidMatch[] }
  /** Nothing on the wire says what it is: found by the station's setting `devices.lines` under this name. */
  | { readonly driver: string; readonly kind: DeviceKind; readonly found: 'line'; readonly line: 'topaz' | 'zfm' | 'escpos' | 'code' }
  /** Behind a service on this machine that is asked: SBI on its ports, IPP through the print server. */
  | { readonly driver: string; readonly kind: DeviceKind; readonly found: 'service' };
