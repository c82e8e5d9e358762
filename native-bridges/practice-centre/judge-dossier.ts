import { gapsOf } from '../../electron/core/dossier/completeness.ts';
import { RETURN_REASONS, type ReturnReason } from '../../electron/core/dossier/return-reasons.ts';
import { standing } from '../../electron/core/procedure/answer-findings.ts';
import { assessDossier, type DossierFacts } from '../../electron/core/procedure/assess-dossier.ts';
import { mayDecide } from '../../electron/core/dossier/four-eyes.ts';
import type { ErrorCode } from '../../electron/core/errors/app-error.ts';
import type { CentreReason } from '../../electron/core/outbox/centre-reasons.ts';
import type { SealedData } from '../../electron/contract/sealed.ts';
import { checkSealed, type OpenedDossier, type SealedTrust } from '../kit/sealed-dossier/check-sealed.ts';

/** `dossierId` is null where the file could not be read far enough to know it. */
export type Judgement = { readonly dossierId: string | null; readonly reason: CentreReason | ReturnReason | '' };

/** What the centre holds itself. */
export type CentreKnowledge = {
  /** Whether another file of this dossier was accepted before. */
  readonly isAccepted: (dossierId: string) => boolean;
  /** SHA-256 of the face that the register has of a number; undefined where it has none. */
  readonly faceOnLastCard: (pid: string) => Promise<string | undefined>;
};

const REASON_OF: Partial<Record<ErrorCode, CentreReason>> = {
  'sealed.not-cms': 'unreadable',
  'sealed.decrypt-failed': 'unreadable',
  'sealed.wrong-recipient': 'wrong-recipient',
  'sealed.bad-signature': 'bad-signature',
  'sealed.untrusted-signer': 'unknown-station',
  'sealed.bad-biometrics': 'bad-biometrics',
};

/**
 * The centre's own opinion of a sealed file: it trusts nothing that the station says about it.
 */
export async function judgeDossier(bytes: Uint8Array, trust: SealedTrust, known: CentreKnowledge): Promise<Judgement> {
  const { checks, dossier } = await checkSealed(bytes, trust);
  if (dossier === undefined) {
    const failed = checks.find(({ state }) => state === 'failed')?.error?.code;
    return { dossierId: null, reason: (failed === undefined ? undefined : REASON_OF[failed]) ?? 'bad-contents' };
  }
  return { dossierId: dossier.manifest.dossierId, reason: await reasonAgainst(dossier, known) };
}

async function reasonAgainst({ manifest, data }: OpenedDossier, known: CentreKnowledge): Promise<CentreReason | ReturnReason | ''> {
  if (known.isAccepted(manifest.dossierId)) return 'duplicate-dossier';
  const touchedBy = new Set([manifest.officer.id, ...data.captures.map(({ officerId }) => officerId), ...data.documents.flatMap(({ pages }) => pages.map(({ officerId }) => officerId))]);
  if (!mayDecide(manifest.chief.id, touchedBy)) return 'same-officer';
  const { plan, findings } = assessDossier(factsOf(data));
  const passed = new Set<string>(data.findings.filter((one) => one.passed !== null).map(({ code }) => code));
  const gaps = gapsOf({
    kind: manifest.kind, plan, standingFindings: standing(findings, passed).length,
    slots: new Set(data.captures.map(({ slot }) => slot)),
    missingFingers: new Set(data.missingFingers.map(({ finger }) => finger)),
    citizenConfirmed: data.citizenConfirmedAt !== null,
  });
  if (data.reusedFace !== null && !plan.reusesLast) return 'bad-contents';
  if (data.reusedFace !== null && data.reusedFace.sha256 !== (await known.faceOnLastCard(data.person.pid))) return 'another-face';
  if (gaps.length > 0 || data.person.fullName === '') return 'incomplete';
  return manifest.supersedes === null ? askedFor(data) : '';
}

/** Practice: `#R08` in the note of a paper makes the centre return the dossier for that reason once, so that it can be played. */
function askedFor(data: SealedData): ReturnReason | '' {
  const notes = data.documents.map(({ note }) => note).join(' ');
  return RETURN_REASONS.find((code) => notes.includes(`#${code}`)) ?? '';
}

/** The centre reckons the plan and the findings itself; of the station's it takes only the reasons given. */
function factsOf(data: SealedData): DossierFacts {
  const { receivedOn, kind, ground, person, databasePerson, identification, representation, limitedCapacity, hold, hadCard, lastBiometrics, fee } = data;
  return {
    receivedOn, kind, ground, person, databasePerson, identification, limitedCapacity, hold, hadCard, lastBiometrics, sequence: data.printSequence,
    representation: representation === null ? 'none' : representation.proof === 'none' ? 'without-proof' : 'with-proof',
    adjustmentOpen: false, exemption: fee?.exemption ?? null,
  };
}
