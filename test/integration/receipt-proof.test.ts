import { expect, it } from 'vitest';
import { readReceiptCode } from '../../electron/core/receipt/receipt-code.ts';
import { checkReceipt, signReceipt } from '../../native-bridges/kit/sealed-dossier/receipt-proof.ts';
import { makePki, makeStation } from './seal-fixture.ts';

const STATEMENT = {
  dossierId: '0d3b5c8e-5f0e-4a53-9a6e-2f1de6a0c1b7', pid: '001190012345', receivedAtS: Math.floor(Date.now() / 1000), dueOn: '2026-04-21', personTag: '0123456789abcdef', auditHead: 'a3'.repeat(32), practice: false,
};
const pki = makePki();
const station = makeStation(pki);
const other = makeStation(pki);
const code = signReceipt(STATEMENT, station);

it('proves itself by the station\'s certificate alone, and by the authority behind it', () => {
  expect(checkReceipt(code, station.stationCertificateDer)).toMatchObject({ state: 'genuine', statement: STATEMENT });
  expect(checkReceipt(code, station.stationCertificateDer, station.caCertificateDer).state).toBe('genuine');
  expect(checkReceipt(code, station.stationCertificateDer, makeStation(makePki()).caCertificateDer).state).toBe('untrusted-station');
});

it('is not genuine once any letter was changed', () => {
  for (let at = 5; at < code.length; at++) {
    const changed = `${code.slice(0, at)}${code[at] === 'A' ? 'B' : 'A'}${code.slice(at + 1)}`;
    expect(checkReceipt(changed, station.stationCertificateDer).state).not.toBe('genuine');
  }
});

it('is told apart from another station\'s, from an unsigned one and from anything else', () => {
  expect(checkReceipt(code, other.stationCertificateDer).state).toBe('other-station');
  const unsigned = signReceipt(STATEMENT, undefined);
  expect(checkReceipt(unsigned, station.stationCertificateDer)).toMatchObject({ state: 'unsigned', statement: { ...STATEMENT, keyId: '0'.repeat(16) } });
  expect(readReceiptCode(unsigned)).toMatchObject({ ok: true });
  expect(checkReceipt('001099000001||Nguyễn Văn An', station.stationCertificateDer).state).toBe('no-receipt');
});
