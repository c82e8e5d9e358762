import { AppError } from '../../../electron/core/errors/app-error.ts';
import type { Capture } from '../../../electron/contract/dossier.ts';
import { log } from '../../kit/log.ts';
import { asStoreFailure } from '../database/sqlite-failure.ts';
import type { DossierRecord } from '../dossiers/dossier-row.ts';
import type { Actor, EnsureStationCertificates, SealDossier, SealInput, StationCertificates } from '../seams.ts';
import type { Station } from '../station/station.ts';

/** An approved dossier that could not be sealed (no centre, full disk) is tried again this often. */
const RETRY_MS = 15_000;
const ENDING: Readonly<Record<Capture['mediaType'], string>> = { 'image/png': 'png', 'image/jpeg': 'jpg', 'application/json': 'json' };

type Sources = {
  readonly station: Station;
  readonly seal: SealDossier;
  readonly ensureCertificates: EnsureStationCertificates;
  readonly centreUrl: () => string | undefined;
  readonly onSealed: () => void;
  readonly onLine: (online: boolean) => void;
};

/** approved → sealed → queued, one dossier after the other, also for those that were approved before a restart. */
export class SealDesk {
  readonly #from: Sources;
  #running: Promise<void> | undefined;
  #again = false;
  #timer: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(from: Sources) {
    this.#from = from;
  }

  /** Seals whatever is approved. Calls while it runs make it look once more. */
  wake(): void {
    if (this.#closed) return;
    clearTimeout(this.#timer);
    if (this.#running !== undefined) {
      this.#again = true;
      return;
    }
    this.#running = this.#sealAll().finally(() => {
      this.#running = undefined;
      if (!this.#again) return;
      this.#again = false;
      this.wake();
    });
  }

  /** A station that never met its centre asks for its certificates as soon as the line is up: a day later the line may be down. */
  meetCentre(): void {
    if (this.#closed || this.#from.station.secrets.findCertificates() !== undefined) return;
    void this.#certificates().catch((error: unknown) => log('seal.waiting', { code: error instanceof AppError ? error.code : 'seal.failed' }));
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    await this.#running;
  }

  async #sealAll(): Promise<void> {
    for (const record of this.#from.station.dossiers.inState('approved')) {
      if (this.#closed) return;
      try {
        await this.#sealOne(record);
      } catch (error) {
        const failure = asStoreFailure(error);
        log('seal.waiting', { code: failure instanceof AppError ? failure.code : 'seal.failed' });
        if (failure instanceof AppError && failure.code === 'outbox.offline') this.#from.onLine(false);
        this.#timer = setTimeout(() => this.wake(), RETRY_MS).unref();
      }
    }
  }

  async #sealOne(record: DossierRecord): Promise<void> {
    const { station } = this.#from;
    const certificates = await this.#certificates();
    const file = await this.#from.seal(await this.#input(record, certificates));
    await station.sealedFiles.write(file);
    const bytes = file.bytes.length;
    station.sql.write(() => {
      station.desk.move({
        target: { id: record.id, version: record.version }, who: 'system', action: 'dossier.seal', detail: file.sha256, events: ['seal', 'enqueue'],
        work: (_record, at) => {
          station.dossiers.set(record.id, { seal_sha256: file.sha256, seal_bytes: bytes, seal_at: at });
          station.outbox.insert(record.id, { sha256: file.sha256, bytes }, station.now());
          // Found out between approval and seal: it leaves only when a person says so.
          if (record.identification === 'absent') station.outbox.park(record.id, 'outbox.identity-differs');
        },
      });
    });
    this.#from.onSealed();
  }

  async #certificates(): Promise<StationCertificates> {
    const { station, centreUrl, ensureCertificates } = this.#from;
    const existing = station.secrets.findCertificates();
    const url = centreUrl();
    if (url === undefined) {
      if (existing === undefined) throw new AppError('seal.no-certificate');
      return existing;
    }
    const name = { name: station.settings.get('station.name'), counter: station.settings.get('station.counter') };
    // Away from the centre a station seals with what it has; a changed centre is met as soon as it answers again.
    const ensured = await ensureCertificates(url, existing, name).catch((error: unknown) => {
      if (existing === undefined) throw error;
      return existing;
    });
    if (ensured !== existing) station.secrets.keepCertificates(ensured, new Date(station.now()).toISOString());
    return ensured;
  }

  async #input(record: DossierRecord, certificates: StationCertificates): Promise<SealInput> {
    const { station } = this.#from;
    const dossier = station.desk.view(record.id);
    const captures = await Promise.all(dossier.captures.map(async (capture) => ({
      slot: capture.slot, name: `captures/${capture.slot}.${ENDING[capture.mediaType]}`, mediaType: capture.mediaType, bytes: await station.vault.read(capture.sha256),
      ...(await this.#derivedOf(capture)),
    })));
    const hashes = new Set(dossier.documents.flatMap(({ pages }) => pages.map(({ sha256 }) => sha256)));
    const pages = await Promise.all([...hashes].map(async (sha256) => ({ sha256, bytes: await station.vault.read(sha256) })));
    return {
      dossier, captures, pages, reusedFace: dossier.reusedFace === null ? null : await station.vault.read(dossier.reusedFace.sha256),
      officer: { ...this.#actor(record.submitted_by), at: record.submitted_at ?? '' },
      chief: { ...this.#actor(record.decided_by), at: record.decided_at ?? '' },
      station: { name: station.settings.get('station.name'), counter: station.settings.get('station.counter') },
      softwareVersion: station.appVersion,
      auditHead: station.audit.head(),
      sealedAt: new Date(station.now()).toISOString(),
      stationKeyPkcs8: certificates.stationKeyPkcs8,
      stationCertificateDer: certificates.stationCertificateDer,
      centreCertificateDer: certificates.centreCertificateDer,
    };
  }

  /** None for older captures, or where its file is damaged: the seal then makes it. */
  async #derivedOf({ slot, sha256 }: Capture): Promise<{ readonly wsq?: Uint8Array; readonly jp2?: Uint8Array }> {
    const { derived, vault } = this.#from.station;
    const kind = slot === 'portrait' ? 'jp2' : 'wsq';
    const file = derived.find(sha256, kind);
    return file === undefined ? {} : vault.read(file).then((bytes) => ({ [kind]: bytes }), () => ({}));
  }

  #actor(userId: string | null): Actor {
    const { id, login, displayName } = this.#from.station.users.load(userId ?? '');
    return { id, login, displayName };
  }
}
