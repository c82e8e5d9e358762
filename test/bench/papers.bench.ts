import { drawDeskPage } from '../../drivers/personas/desk-page.ts';
import { draftForm } from '../../electron/core/forms/draft-form.ts';
import { EMPTY_PERSON } from '../../electron/core/person/person.ts';
import { encodePage, outlined } from '../../native-bridges/device-host/document-page.ts';
import { fittedTo } from '../../native-bridges/device-host/raster-scale.ts';
import { drawForm } from '../../native-bridges/store-host/receipts/draw-form.ts';
import { rowOf, timed, type Row } from './row.ts';

const FRAMES = 60;
const PAGES = 5;
const FORMS = 8;
/** Fifteen live frames a second leave this much beside everything else. */
const FRAME_BUDGET_MS = 20;

/** Papers in and out: a page looked for in live frames, a page of eight million pixels made readable, a form drawn. */
export async function* paperRows(): AsyncIterable<Row> {
  const { picture } = drawDeskPage({ seed: 7, paper: 'a4' });
  const live = fittedTo(picture, 480);
  const frames: number[] = [];
  for (let n = 0; n < FRAMES; n++) frames.push(await timed(() => outlined(live)));
  yield rowOf('page found in a live frame, 480 px', 'ms', frames, FRAME_BUDGET_MS);
  const pages: number[] = [];
  for (let n = 0; n < PAGES; n++) pages.push(await timed(() => encodePage({ raster: picture, paper: 'a4' })));
  yield rowOf('page straightened, judged, encoded, 8 Mpx', 'ms', pages, 1_000);
  const person = { ...EMPTY_PERSON, fullName: 'TRẦN THỊ BÌNH', pid: '079301000002', birthDate: '2001-02-28', sex: '2' };
  const facts = { number: '26-0412-0007', receivedOn: '2026-04-13', station: 'Công an phường Giảng Võ', officerName: 'Nguyễn Thị An', person, representative: null };
  const sheet = draftForm({ job: 'population-collection', facts })!.sheet;
  const forms: number[] = [];
  for (let n = 0; n < FORMS; n++) forms.push(await timed(() => drawForm({ sheet, portrait: null, copy: 1, practice: true, issuedAt: '2026-04-13T02:45:00.000Z', contentSha256: 'c'.repeat(64) })));
  yield rowOf('form drawn as PDF, fonts embedded', 'ms', forms, 300);
}
