import { X509Certificate } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { checkReceipt } from '../../native-bridges/kit/sealed-dossier/receipt-proof.ts';
import type { ReceiptOptions } from './arguments.ts';

/** What each state means, for people. */
const MEANING = {
  genuine: 'genuine: this station made it, and nothing on it was changed', 'not-genuine': 'NOT genuine: the signature does not fit', unsigned: 'not signed: the station had no certificate; proves nothing',
  'other-station': 'another station\'s: its certificate is needed', 'untrusted-station': 'NOT trusted: the certificate is not of this authority, or was not valid', 'no-receipt': 'no code of a receipt',
} as const;

/** Checks the QR code of a receipt without a line. @returns the exit code: 0 = genuine */
export function verifyReceipt({ code, cert, ca, json }: ReceiptOptions): number {
  const text = existsSync(code) ? readFileSync(code, 'utf8').replace(/\r?\n$/, '') : code;
  const der = (path: string): Buffer => new X509Certificate(readFileSync(path)).raw;
  const { state, statement } = checkReceipt(text, der(cert), ca === undefined ? undefined : der(ca));
  const lines = statement === undefined ? [] : [
    `dossier ${statement.dossierId}`, `personal number ${statement.pid === '' ? '(none)' : statement.pid}`, `received ${new Date(statement.receivedAtS * 1000).toISOString()}, due ${statement.dueOn}`,
    `audit head ${statement.auditHead}`, ...(statement.practice ? ['PRACTICE: worth nothing'] : []),
  ];
  process.stdout.write(`${json ? JSON.stringify({ state, statement }, null, 2) : [...lines, MEANING[state]].join('\n')}\n`);
  return state === 'genuine' ? 0 : 1;
}
