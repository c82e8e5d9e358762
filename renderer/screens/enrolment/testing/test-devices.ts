import type { Reply } from '../../../../electron/contract/call.ts';
import type { DeviceView, PreviewFrame, StillView } from '../../../../electron/contract/device.ts';
import type { StillSlot } from '../../../../electron/core/dossier/capture-slots.ts';
import type { ErrorCode } from '../../../../electron/core/errors/app-error.ts';

const SINCE = '2026-11-20T01:00:00.000Z';
const device = (kind: DeviceView['kind'], model: string): DeviceView =>
  ({ id: `sim-${kind}`, kind, maker: 'Demo', model, serial: '0001', driver: `sim-${kind}`, simulated: true, state: { kind: 'ready' }, since: SINCE });

type Input = { readonly jobId?: string; readonly deviceId?: string; readonly slot?: StillSlot; readonly automatic?: boolean };
type Job = { readonly deviceId: string; readonly slot: StillSlot; seq: number; readonly result: PromiseWithResolvers<Reply<StillView>> };

/** Devices under a test's hand: frames and stills come when the test says so, plugs are pulled by name. */
export class TestDevices {
  list: readonly DeviceView[] = [device('fingerprint-scanner', 'TT-4'), device('camera', 'CAM-1'), device('document-camera', 'DOC-1'), device('signature-pad', 'PAD-1'), device('printer', 'PR-1')];
  onList: (list: readonly DeviceView[]) => void = () => undefined;
  /** Picks the bytes of an image; a scratch page may put drawn ones here. */
  images: (slot: StillSlot) => { readonly mediaType: 'image/png' | 'image/jpeg' | 'application/json'; readonly bytes: Uint8Array } = (slot) =>
    ({ mediaType: slot === 'signature' ? 'application/json' : slot === 'portrait' ? 'image/jpeg' : 'image/png', bytes: new TextEncoder().encode('{"samples":[[1,1,9,0],[9,9,9,5]]}') });
  /** The viewable form of a still. */
  view: (slot: StillSlot) => Uint8Array = (slot) => this.images(slot).bytes;
  /** What the image work says of a still. */
  analysis: (slot: StillSlot) => StillView['analysis'] = () => null;
  frame: (slot: StillSlot, seq: number) => Promise<Omit<PreviewFrame, 'seq' | 'boxes'> | null> = () => new Promise(() => undefined);
  /** Bytes of a receipt; a test that draws it puts a real PDF here. */
  receipt: Uint8Array = new Uint8Array();
  readonly jobs = new Map<string, Job>();
  last: StillView | undefined;
  /** How many portraits were cut out so far; the hash of the nth ends in n. */
  cuts = 0;

  get running(): { readonly jobId: string; readonly slot: StillSlot } | undefined {
    const [entry] = this.jobs;
    return entry === undefined ? undefined : { jobId: entry[0], slot: entry[1].slot };
  }

  setState(kind: DeviceView['kind'], state: DeviceView['state']): void {
    this.list = this.list.map((d) => (d.kind === kind ? { ...d, state } : d));
    this.onList(this.list);
  }

  /** The running job ends with a still. */
  deliver(warnings: string[] = []): void {
    const [entry] = this.jobs;
    if (entry === undefined) throw new Error('no capture is running');
    const [jobId, job] = entry;
    const isPortrait = job.slot === 'portrait';
    const isPage = job.slot === 'document';
    const viewMediaType = isPortrait || isPage ? 'image/jpeg' : 'image/png';
    const size = isPage ? { widthPx: 1654, heightPx: 2339, ppi: 200 } : isPortrait ? { widthPx: 1244, heightPx: 1600, ppi: 0 } : job.slot === 'signature' ? { widthPx: 1200, heightPx: 480, ppi: 300 } : { widthPx: 1600, heightPx: 1500, ppi: 500 };
    const still: StillView = {
      sha256: jobId.replaceAll('-', '').padEnd(64, '0'), slot: job.slot, mediaType: viewMediaType, viewMediaType, ...size,
      view: Uint8Array.from(this.view(job.slot)), warnings, capturedAt: new Date().toISOString(), analysis: this.analysis(job.slot),
    };
    this.last = still;
    this.#end(jobId, { ok: true, value: still });
  }

  fail(code: ErrorCode): void {
    const [jobId] = this.jobs.keys();
    if (jobId === undefined) throw new Error('no capture is running');
    this.#end(jobId, { ok: false, error: { code, detail: {} } });
  }

  async answer(name: string, input: Input): Promise<Reply<unknown>> {
    const job = this.jobs.get(input.jobId ?? '');
    switch (name) {
      case 'device.list': return { ok: true, value: this.list };
      case 'job.start': return this.#start(input.deviceId ?? '', input.slot ?? 'thumbs');
      case 'job.preview': {
        const frame = job === undefined ? null : await this.frame(job.slot, ++job.seq);
        return { ok: true, value: { frame: frame === null || job === undefined ? null : { seq: job.seq, boxes: [], ...frame } } };
      }
      case 'job.result': return job === undefined ? { ok: false, error: { code: 'device.cancelled', detail: {} } } : job.result.promise;
      case 'job.cancel': this.#end(input.jobId ?? '', { ok: false, error: { code: 'device.cancelled', detail: {} } }); return { ok: true, value: {} };
      case 'job.force': this.deliver(input.automatic === true ? [] : ['forced']); return { ok: true, value: {} };
      case 'still.turn-page': return this.#turn();
      case 'still.crop-portrait':
      case 'still.adjust-portrait': return this.#cut();
      default: return { ok: true, value: {} };
    }
  }

  /** The portrait out of the picture that was delivered last, another one each time. */
  #cut(): Reply<unknown> {
    const { last } = this;
    if (last === undefined) return { ok: false, error: { code: 'capture.not-in-spool', detail: {} } };
    this.cuts += 1;
    return { ok: true, value: { ...last, sha256: this.cuts.toString(16).padStart(64, 'c'), warnings: [] } };
  }

  /** The page that was delivered last, lying on its side. */
  #turn(): Reply<unknown> {
    const { last } = this;
    if (last === undefined) return { ok: false, error: { code: 'capture.not-in-spool', detail: {} } };
    this.last = { ...last, sha256: last.sha256.replace(/^./, 'f'), widthPx: last.heightPx, heightPx: last.widthPx };
    return { ok: true, value: this.last };
  }

  #start(deviceId: string, slot: StillSlot): Reply<unknown> {
    const found = this.list.find((d) => d.id === deviceId);
    if (found?.state.kind !== 'ready') return { ok: false, error: { code: 'device.not-ready', detail: {} } };
    const jobId = crypto.randomUUID();
    this.jobs.set(jobId, { deviceId, slot, seq: 0, result: Promise.withResolvers() });
    this.setState(found.kind, { kind: 'busy', job: slot });
    return { ok: true, value: { jobId } };
  }

  #end(jobId: string, reply: Reply<StillView>): void {
    const job = this.jobs.get(jobId);
    if (job === undefined) return;
    this.jobs.delete(jobId);
    const kind = this.list.find((d) => d.id === job.deviceId)?.kind;
    job.result.resolve(reply);
    if (kind !== undefined) this.setState(kind, { kind: 'ready' });
  }
}
