/** Mnemonics by record type and field number, for people who read a dump. Source: ANSI/NIST-ITL 1-2011 Update 2015, clause 8. */
const COMMON_IMAGE = {
  2: 'IDC', 4: 'SRC', 6: 'HLL', 7: 'VLL', 8: 'SLC', 9: 'THPS', 10: 'TVPS', 11: 'CGA', 902: 'ANN', 903: 'DUI', 904: 'MMS', 993: 'SAN', 995: 'ASC', 996: 'HAS', 997: 'SOR', 998: 'GEO', 999: 'DATA',
} as const;

const NAMES: Readonly<Record<number, Readonly<Record<number, string>>>> = {
  1: {
    2: 'VER', 3: 'CNT', 4: 'TOT', 5: 'DAT', 6: 'PRY', 7: 'DAI', 8: 'ORI', 9: 'TCN', 10: 'TCR', 11: 'NSR', 12: 'NTR', 13: 'DOM', 14: 'GMT', 15: 'DCS', 16: 'APS', 17: 'ANM', 18: 'GNS',
  },
  2: { 2: 'IDC' },
  9: { 2: 'IDC', 3: 'IMP', 4: 'FMT' },
  10: {
    ...COMMON_IMAGE, 3: 'IMT', 5: 'PHD', 12: 'CSP', 13: 'SAP', 14: 'FIP', 20: 'POS', 21: 'POA', 23: 'PAS', 24: 'SQS', 25: 'SPA', 26: 'SXS', 27: 'SEC', 28: 'SHC', 29: 'FFP', 30: 'DMM', 38: 'COM', 46: 'SUB',
  },
  14: {
    ...COMMON_IMAGE, 3: 'IMP', 5: 'FCD', 12: 'BPX', 13: 'FGP', 14: 'PPD', 15: 'PPC', 16: 'SHPS', 17: 'SVPS', 18: 'AMP', 20: 'COM', 21: 'SEG', 22: 'NQM', 23: 'SQM', 24: 'FQM', 25: 'ASEG', 26: 'SCF', 27: 'SIF', 30: 'DMM', 31: 'FAP', 46: 'SUB', 47: 'CON',
  },
  15: { ...COMMON_IMAGE, 3: 'IMP', 5: 'PCD', 12: 'BPX', 13: 'FGP', 20: 'COM', 24: 'PQM' },
  17: {
    ...COMMON_IMAGE, 3: 'ELR', 5: 'ICD', 12: 'BPX', 13: 'CSP', 14: 'RAE', 15: 'RAU', 16: 'IPC', 17: 'DUI', 19: 'MMS', 20: 'ECL', 24: 'IQS', 25: 'EAS', 26: 'IRD', 28: 'DME', 31: 'IAP', 32: 'ISF', 40: 'RAN', 41: 'GAZ',
  },
  98: { 2: 'IDC', 3: 'DFO', 4: 'SRC', 5: 'DFT', 6: 'DCD', 900: 'ALF', 901: 'ARN' },
  99: { 2: 'IDC', 4: 'SRC', 5: 'BCD', 100: 'HDV', 101: 'BTY', 102: 'BDQ', 103: 'BFO', 104: 'BFT', 999: 'DATA' },
};

/** Mnemonic of a field; empty when the standard leaves it to the user or this list does not have it. */
export const fieldName = (type: number, number: number): string => NAMES[type]?.[number] ?? '';
