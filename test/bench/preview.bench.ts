import { CITIZEN_PID, OFFICER } from '../e2e/counter/people.ts';
import { CounterPlayer } from '../e2e/counter/player.ts';
import { words } from '../e2e/counter/words.ts';
import { launchStation, type Station } from '../e2e/station.ts';
import { rowOf, type Row } from './row.ts';

const CAPTURES = 6;
const LEAST_FRAMES_PER_SECOND = 15;
/** Does nothing on any screen, but is heard by all of it. */
const IDLE_KEY = 'Shift';

/** What the page remembers of itself: when frames were painted, whether fingers were boxed in them, and how late keys came. */
type Watched = { frames: number[][]; boxed: number; keyMs: number[] };
type WatchedWindow = { watched: Watched };

/** The live picture of a scanner at 640 px with its boxes on the real program, and how soon the window takes a key meanwhile. */
export async function* previewRows(): AsyncIterable<Row> {
  const station = await launchStation({ args: ['--citizens=200'] });
  try {
    const player = new CounterPlayer(station.page);
    await player.signIn(OFFICER);
    await player.openDossier(CITIZEN_PID);
    await watch(station);
    await player.goOn('fingerprints');
    for (let capture = 0; capture < CAPTURES; capture++) await liveThenAgain(station, player);
    const { frames, boxed, keyMs } = await station.page.evaluate(() => (window as unknown as WatchedWindow).watched);
    const gaps = frames.flatMap((live) => live.slice(1).map((at, n) => at - live[n]!));
    yield rowOf('preview: between two frames at 640 px', 'ms', gaps, 1_000 / LEAST_FRAMES_PER_SECOND, `${Math.round(1_000 / middle(gaps))} frames a second, fingers boxed in ${boxed} pictures of ${frames.flat().length}`);
    yield rowOf('preview: key to next picture of the window', 'ms', keyMs, 50);
  } finally {
    await station.close();
  }
}

const middle = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

/** Counts what is painted on the canvas of the live picture, and times each key to the next picture. */
const watch = ({ page }: Station): Promise<void> =>
  page.evaluate((key) => {
    const watched: Watched = { frames: [], boxed: 0, keyMs: [] };
    (window as unknown as WatchedWindow).watched = watched;
    const paint = CanvasRenderingContext2D.prototype.putImageData;
    CanvasRenderingContext2D.prototype.putImageData = function painted(this: CanvasRenderingContext2D, image: ImageData, x: number, y: number): void {
      Reflect.apply(paint, this, [image, x, y]);
      const now = performance.now();
      const live = watched.frames.at(-1);
      // A pause is another capture, or the picture that is still being drawn.
      if (live === undefined || now - live.at(-1)! > 400) watched.frames.push([now]);
      else live.push(now);
      watched.boxed += document.querySelector('.live .finger-box') === null ? 0 : 1;
    };
    window.addEventListener('keydown', (event) => {
      if (event.key === key) requestAnimationFrame(() => watched.keyMs.push(performance.now() - event.timeStamp));
    });
  }, IDLE_KEY);

/** One live picture to its end, keys pressed all the while; then the same hand again. */
async function liveThenAgain({ page }: Station, player: CounterPlayer): Promise<void> {
  const accept = player.button('enrolment', 'capture.accept');
  await player.live();
  while (!(await accept.isVisible())) await page.keyboard.press(IDLE_KEY);
  await page.keyboard.press('F8');
  await page.getByRole('dialog').getByRole('button', { name: words('enrolment', 'capture.retake.citizen'), exact: true }).click();
  await accept.waitFor({ state: 'detached' });
}
