import { join } from 'node:path';
import type { Client } from '../../../electron/contract/call.ts';
import type { SpoolContract } from '../../../electron/contract/device.ts';
import type { StoreInit } from '../../../electron/contract/host.ts';
import { AuditLog } from '../audit/audit-log.ts';
import { AuditSubjects } from '../audit/audit-subjects.ts';
import { openDatabase } from '../database/open-database.ts';
import type { Sql } from '../database/sql.ts';
import { CitizenScreen } from '../citizen-screen/citizen-screen.ts';
import { CaptureEndings } from '../dossiers/capture-endings.ts';
import { CaptureIntake } from '../dossiers/capture-intake.ts';
import { DossierDesk, type Changed } from '../dossiers/dossier-desk.ts';
import { DossierList } from '../dossiers/dossier-list.ts';
import { DossierQueue } from '../dossiers/dossier-queue.ts';
import { DossierPapers } from '../dossiers/dossier-papers.ts';
import { DossierParts } from '../dossiers/dossier-parts.ts';
import { DossierRepository } from '../dossiers/dossier-repository.ts';
import { DossierViews } from '../dossiers/dossier-view.ts';
import { FormRepository } from '../forms/form-repository.ts';
import { LookupRepository } from '../dossiers/lookup-repository.ts';
import { KeptPrints } from '../dossiers/kept-prints.ts';
import { PageIntake } from '../dossiers/page-intake.ts';
import { DerivedImages } from '../images/derived-images.ts';
import { HealthRepository } from '../device-health/health-repository.ts';
import { ImageVault } from '../images/image-vault.ts';
import { OutboxRepository } from '../outbox/outbox-repository.ts';
import { SealedFiles } from '../outbox/sealed-files.ts';
import { PRACTICE_ACCOUNTS, PRACTICE_SETTINGS } from '../people/practice-accounts.ts';
import { SessionRepository } from '../people/session-repository.ts';
import { Sessions } from '../people/sessions.ts';
import { SignInDelay } from '../people/sign-in-delay.ts';
import { UserRepository } from '../people/user-repository.ts';
import { ReceiptRepository } from '../receipt-desk/receipt-repository.ts';
import { FaceRepository } from '../population/face-repository.ts';
import { KnownCitizens } from '../population/known-citizens.ts';
import { ContactRepository } from '../procedure/contact-repository.ts';
import { FeeRepository } from '../procedure/fee-repository.ts';
import { ProcedureRepository } from '../procedure/procedure-repository.ts';
import { ReceptionRepository } from '../procedure/reception-repository.ts';
import { Settings } from '../settings/settings.ts';
import { IdleCheck } from './idle-check.ts';
import { SecretRepository } from './secret-repository.ts';

/** Abandoned sign-ins end after this long without a person. */
const SESSION_LIFE_MS = 12 * 3_600_000;
const MINUTE_MS = 60_000;

/** What the outside of the database gives: the clock, the other host, and who wants to hear of changes. */
export type Surroundings = {
  readonly now: () => number;
  readonly spool: () => Client<SpoolContract> | undefined;
  readonly onChanged: (changed: Changed) => void;
  /** Something waits to be sealed. */
  readonly onApproved: () => void;
  /** The outbox says something else now. */
  readonly onOutboxChanged?: () => void;
  /** A receipt will be drawn in a moment. */
  readonly onPaperNear?: () => void;
};
export type Station = ReturnType<typeof openStation>;

/**
 * Opens everything that store-host keeps, in order: database, clock, audit tail, settings, people.
 * @throws {AppError} store.*, settings.* — the host then reports `failed` and the file is as it was
 */
export function openStation(init: StoreInit, around: Surroundings) {
  const sql = openDatabase({ file: join(init.dataDir, 'station.db'), key: init.key });
  try {
    const station = assemble(init, sql, around);
    station.audit.checkClock();
    station.audit.checkTail();
    if (init.practice) furnishPractice(station, around.now());
    station.sessionRows.endIdleSince(around.now() - SESSION_LIFE_MS, new Date(around.now()).toISOString());
    station.outbox.requeueInterrupted();
    return station;
  } catch (error) {
    sql.close();
    throw error;
  }
}

function assemble(init: StoreInit, sql: Sql, around: Surroundings) {
  const { now } = around;
  const settings = new Settings(sql, init.policyFile);
  const audit = new AuditLog(sql, now, () => settings.get('store.clock-tolerance-minutes') * MINUTE_MS);
  const users = new UserRepository(sql);
  const sessionRows = new SessionRepository(sql);
  const sessions = new Sessions({ sql, users, repository: sessionRows, audit, now, idleLockMs: () => settings.get('session.idle-lock-minutes') * MINUTE_MS });
  const dossiers = new DossierRepository(sql);
  const parts = new DossierParts(sql);
  const papers = new DossierPapers(sql);
  const procedure = new ProcedureRepository(sql);
  const fees = new FeeRepository(sql);
  const receptions = new ReceptionRepository(sql);
  const contacts = new ContactRepository(sql);
  const faces = new FaceRepository(sql);
  const views = new DossierViews({ dossiers, parts, papers, users, procedure, fees, stepOrder: () => settings.get('counter.step-order'), isAdjusting: (pid) => receptions.isWaitingFor(pid), lastFace: (id) => faces.pinned(id) });
  const idleMs = (): number => settings.get('session.idle-lock-minutes') * MINUTE_MS;
  const desk = new DossierDesk({ sql, dossiers, views, procedure, audit, now, idleMs, onChanged: around.onChanged });
  const vault = new ImageVault(join(init.dataDir, 'blobs'), init.key);
  const derived = new DerivedImages(sql);
  const endings = new CaptureEndings({ desk, parts, spool: around.spool });
  return {
    practice: init.practice, dataDir: init.dataDir, appVersion: init.appVersion, electronVersion: init.electronVersion, runtime: init.runtime, now, sql, settings, audit, users, sessionRows,
    sessions, dossiers, parts, papers, procedure, fees, receptions, contacts, faces, views, desk, vault, derived, spool: around.spool, onChanged: around.onChanged, onApproved: around.onApproved, onPaperNear: around.onPaperNear ?? (() => undefined),
    delay: new SignInDelay(sql),
    list: new DossierList(sql, views),
    queue: new DossierQueue(sql, views),
    lookups: new LookupRepository(sql),
    knownCitizens: new KnownCitizens(sql),
    endings,
    intake: new CaptureIntake({
      desk, parts, vault, derived, endings, spool: around.spool, pageCamera: () => settings.get('camera.label') !== '', triesAllowed: () => settings.get('capture.attempts'),
    }),
    keptPrints: new KeptPrints({ desk, vault }),
    pageIntake: new PageIntake({ desk, papers, vault, spool: around.spool }),
    outbox: new OutboxRepository({ sql, desk, dossiers, contacts, now, onChanged: around.onOutboxChanged ?? (() => undefined) }),
    sealedFiles: new SealedFiles(join(init.dataDir, 'sealed')),
    citizenScreen: new CitizenScreen({ desk, dossiers, vault, settings, practice: init.practice }),
    receipts: new ReceiptRepository(sql),
    forms: new FormRepository(sql),
    secrets: new SecretRepository(sql),
    health: new HealthRepository(sql),
    auditSubjects: new AuditSubjects(sql, users),
    idleCheck: new IdleCheck(sql, audit),
  };
}

type Furnished = Pick<ReturnType<typeof assemble>, 'sql' | 'users' | 'settings' | 'audit'>;

/** The practice database gets its known people and the name of a station, once. */
function furnishPractice({ sql, users, settings, audit }: Furnished, nowMs: number): void {
  if (users.list().length > 0) return;
  const at = new Date(nowMs).toISOString();
  sql.write(() => {
    for (const { password: _public, ...account } of PRACTICE_ACCOUNTS) {
      const user = users.insert({ ...account, at });
      audit.note({ who: 'system', action: 'user.create', subject: user.id, detail: `practice ${user.role}` });
    }
    for (const [key, value] of Object.entries(PRACTICE_SETTINGS)) settings.set(key, value, at, null);
  });
}
