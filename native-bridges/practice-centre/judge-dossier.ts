import { gapsOf } from '../../electron/core/dossier/completeness.ts';
import { mayDecide } from '../../electron/core/dossier/four-eyes.ts';
import type { ErrorCode } from '../../electron/core/errors/app-error.ts';
import type { CentreReason } from '../../electron/core/outbox/centre-reasons.ts';
import { checkSealed, type OpenedDossier, type SealedTrust } from '../kit/sealed-dossier/check-sealed.ts';

/** `dossierId` is null where the file could not be read far enough to know it. */
export type Judgement = { readonly dossierId: string | null; readonly reason: CentreReason | '' };

const REASON_OF: Partial<Record<ErrorCode, CentreReason>> = {
  'sealed.not-cms': 'unreadable',
  'sealed.decrypt-failed': 'unreadable',
  'sealed.wrong-recipient': 'wrong-recipient',
  'sealed.bad-signature': 'bad-signature',
  'sealed.untrusted-signer': 'unknown-station',
};

/**
 * The centre's own opinion of a sealed file: it trusts nothing that the station says about it.
 * @param isAccepted whether another file of this dossier was accepted before
 */
export function judgeDossier(bytes: Uint8Array, trust: SealedTrust, isAccepted: (dossierId: string) => boolean): Judgement {
  const { checks, dossier } = checkSealed(bytes, trust);
  if (dossier === undefined) {
    const failed = checks.find(({ state }) => state === 'failed')?.error?.code;
    return { dossierId: null, reason: (failed === undefined ? undefined : REASON_OF[failed]) ?? 'bad-contents' };
  }
  return { dossierId: dossier.manifest.dossierId, reason: reasonAgainst(dossier, isAccepted) };
}

function reasonAgainst({ manifest, data }: OpenedDossier, isAccepted: (dossierId: string) => boolean): CentreReason | '' {
  if (isAccepted(manifest.dossierId)) return 'duplicate-dossier';
  const touchedBy = new Set([manifest.officer.id, ...data.captures.map(({ officerId }) => officerId)]);
  if (!mayDecide(manifest.chief.id, touchedBy)) return 'same-officer';
  const gaps = gapsOf({
    kind: manifest.kind,
    slots: new Set(data.captures.map(({ slot }) => slot)),
    missingFingers: new Set(data.missingFingers.map(({ finger }) => finger)),
    citizenConfirmed: data.citizenConfirmedAt !== null,
  });
  return gaps.length > 0 || data.person.fullName === '' ? 'incomplete' : '';
}
