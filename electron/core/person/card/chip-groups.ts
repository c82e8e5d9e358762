import { sourced, type Basis } from '../../procedure/fact.ts';

export type ChipGroup = { readonly group: string; readonly holds: string; readonly readable: boolean; readonly basis: Basis };

const chip = sourced('chip');

/** What of the chip a workstation can read. Fingerprints are there but answer 6982 without Extended Access Control, whose keys are the state's. */
export const CHIP_GROUPS: readonly ChipGroup[] = [
  { group: 'DG1', holds: 'machine-readable zone', readable: true, basis: chip },
  { group: 'DG2', holds: 'face', readable: true, basis: chip },
  { group: 'DG3', holds: 'fingerprints', readable: false, basis: chip },
  { group: 'DG13', holds: 'national data', readable: true, basis: chip },
  { group: 'DG14', holds: 'chip authentication keys', readable: true, basis: chip },
  { group: 'DG15', holds: 'active authentication key', readable: true, basis: chip },
];
