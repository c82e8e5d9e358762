import { BIOMETRIC_FILES, OCTETS } from '../../../electron/contract/sealed.ts';
import { enrolmentTransaction } from '../../../electron/core/biometrics/enrolment/enrolment-transaction.ts';
import { writeItl } from '../../../electron/core/biometrics/itl/write.ts';
import { AppError } from '../../../electron/core/errors/app-error.ts';
import { attemptLogOf } from '../../kit/sealed-dossier/biometrics/attempt-log.ts';
import { canonicalJson } from '../../kit/sealed-dossier/canonical-json.ts';
import type { FileToSeal } from '../../kit/sealed-dossier/seal-files.ts';
import type { SealInput } from '../seams.ts';
import { enrolmentOf } from './enrolment-of.ts';

/** What other biometric systems read: the ANSI/NIST transaction, the ISO face record where there is a portrait, the log of attempts. */
export async function biometricFiles(input: SealInput): Promise<readonly FileToSeal[]> {
  const enrolment = await enrolmentOf(input);
  const transaction = writeItl(enrolmentTransaction(enrolment));
  if (!transaction.ok) throw new AppError('seal.failed', { why: transaction.error.code });
  return [
    { name: BIOMETRIC_FILES.transaction, mediaType: OCTETS, bytes: transaction.value },
    { name: BIOMETRIC_FILES.attempts, mediaType: 'application/json', bytes: canonicalJson(attemptLogOf(input.dossier)) },
    ...(enrolment.portrait === undefined ? [] : [{ name: BIOMETRIC_FILES.face, mediaType: OCTETS, bytes: enrolment.portrait.faceRecord } as const]),
  ];
}
