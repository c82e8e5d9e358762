import type { PRINT_FLAWS } from '../../electron/contract/device.ts';
import { FINGERS, expectedFingers, fingerOf, isSlap, type Finger, type FingerprintSlot } from '../../electron/core/dossier/capture-slots.ts';
import type { PrintRequest } from '../../drivers/personas/fingerprints.ts';

export type PrintFlaw = (typeof PRINT_FLAWS)[number];
export type Spoilt = { readonly flaw: PrintFlaw; /** Pictures it still holds for. */ readonly captures: number };

const beside = (finger: Finger): Finger => FINGERS[(FINGERS.indexOf(finger) + 1) % FINGERS.length]!;

/** What `flaw` means for a picture of `slot`: all its fingers are dry, wet, moving …; the ring finger is lifted or shows the middle one; a single finger is the one beside it. */
export function flawed(flaw: PrintFlaw, slot: FingerprintSlot, missing: ReadonlySet<Finger>): Partial<Omit<PrintRequest, 'missing'>> & { readonly missing?: readonly Finger[] } {
  const fingers = expectedFingers(slot, missing);
  switch (flaw) {
    case 'none': return {};
    case 'wrong-hand': return { wrongHand: true };
    case 'missing-finger': return isSlap(slot) ? { missing: [...missing, fingers.at(-2) ?? fingers[0]!] } : {};
    case 'wrong-finger': return isSlap(slot) ? {} : { instead: { [fingerOf(slot)]: beside(fingerOf(slot)) } };
    case 'same-finger': return fingers.length < 2 ? {} : { instead: { [fingers.at(-2)!]: fingers.at(-1)! } };
    default: return { flaws: Object.fromEntries(fingers.map((finger) => [finger, flaw])) };
  }
}
