// @vitest-environment jsdom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { afterEach, describe, expect, it } from 'vitest';
import type { PrintAnalysis, PrintProblem } from '../../../../../electron/contract/analysis.ts';
import { FINGERS_OF, type Finger } from '../../../../../electron/core/dossier/capture-slots.ts';
import { EnrolmentScreen } from '../../EnrolmentScreen.tsx';
import { renderScreen } from '../../testing/render-screen.tsx';
import { sampleDossier } from '../../testing/sample-dossier.ts';
import { TestCounter } from '../../testing/test-counter.ts';

const user = userEvent.setup();
afterEach(cleanup);
/** Colours have no meaning in jsdom; contrast is a property of the tokens. */
const violations = async (): Promise<string[]> =>
  (await axe.run(document.body, { rules: { 'color-contrast': { enabled: false }, region: { enabled: false } } })).violations.map((v) => `${v.id}: ${v.nodes[0]?.html}`);

function handOf(score: number, change: Partial<PrintAnalysis> = {}): PrintAnalysis {
  const good = score >= 30;
  const problems: PrintProblem[] = good ? [] : FINGERS_OF['right-four'].map((finger) => ({ kind: 'low-quality', finger }));
  return {
    kind: 'fingerprint', impression: 'plain', measure: 'TCC-PQ1', expected: [...FINGERS_OF['right-four']], hand: 'right', rollCheck: null, problems, verdict: good ? 'good' : 'retake',
    segments: FINGERS_OF['right-four'].map((finger, n) => ({
      finger, box: { xPx: 200 + n * 300, yPx: 200, widthPx: 260, heightPx: 420, angleDeg: 0 }, quality: score, threshold: 30, reasons: good ? [] : ['wet'], ok: good,
    })),
    ...change,
  };
}

/** A counter on the fingerprint step whose scanner is seen as `analyses` say, one after another. */
function counterSeeing(...analyses: PrintAnalysis[]): TestCounter {
  const counter = new TestCounter(sampleDossier({ step: 'fingerprints' }));
  counter.devices.analysis = () => analyses[0] ?? null;
  renderScreen(<EnrolmentScreen dossierId={counter.dossier.id} />, counter);
  return counter;
}
async function capture(counter: TestCounter, warnings: string[] = []): Promise<void> {
  await waitFor(() => expect(counter.devices.running?.slot).toBe('right-four'));
  counter.devices.deliver(warnings);
}
const callsTo = (counter: TestCounter, name: string): readonly unknown[] => counter.calls.filter((one) => one.name === name).map(({ input }) => input);
const attempts = (counter: TestCounter) => counter.dossier.attempts.map(({ attempt, outcome, reason }) => [attempt, outcome, reason]);

describe('what the citizen is asked for', () => {
  const missing = (...fingers: Finger[]): TestCounter => {
    const counter = new TestCounter(sampleDossier({ step: 'fingerprints', missingFingers: fingers.map((finger) => ({ finger, reason: 'amputated', permanent: true, note: '' })) }));
    renderScreen(<EnrolmentScreen dossierId={counter.dossier.id} />, counter);
    return counter;
  };

  it('are the fingers that are there, by name, and which picture of how many this is', async () => {
    missing('right-ring', 'right-little');
    await screen.findByText('Đặt cùng lúc lên mặt kính: ngón trỏ phải, ngón giữa phải');
    expect(screen.getByRole('heading', { name: 'Vân tay: Bốn ngón tay phải (1/3)' })).toBeTruthy();
  });

  it('is one finger where one is left', async () => {
    missing('right-index', 'right-middle', 'right-ring');
    await screen.findByText('Đặt ngón út phải lên giữa mặt kính');
  });
});

describe('a picture that was looked at', () => {
  it('shows the quality of every finger, and is kept by one press when it is good', async () => {
    const counter = counterSeeing(handOf(62));
    await capture(counter);
    await screen.findByText('Ảnh đạt.');
    expect(screen.getByRole('img', { name: /Ngón trỏ phải: đang chụp, chất lượng 62/ })).toBeTruthy();
    expect(await violations()).toEqual([]);
    await user.keyboard('{F12}');
    await screen.findByText(/Bốn ngón tay phải: đã lưu/);
    expect(callsTo(counter, 'capture.accept')).not.toHaveProperty('0.reason');
  });

  it('is taken again by itself when it is bad, with what to do in sight', async () => {
    const counter = counterSeeing(handOf(4));
    await capture(counter);
    await waitFor(() => expect(callsTo(counter, 'job.start')).toMatchObject([{ attempt: 1 }, { attempt: 2 }]));
    expect(attempts(counter)).toEqual([[1, 'rejected', 'next-try']]);
    const verdict = await screen.findByRole('region', { name: 'Kết quả kiểm tra ảnh' });
    expect(within(verdict).getByText('Lau khô ngón tay, ấn nhẹ hơn.')).toBeTruthy();
    expect(within(verdict).getByText('Ngón trỏ phải 4 điểm, cần 30: ướt.')).toBeTruthy();
  });

  it('after three bad tries offers the best of them without asking why', async () => {
    const seen = [handOf(4), handOf(9), handOf(2)];
    const counter = counterSeeing();
    for (const analysis of seen) {
      await waitFor(() => expect(counter.dossier.attempts).toHaveLength(seen.indexOf(analysis)));
      counter.devices.analysis = () => analysis;
      await capture(counter);
    }
    await screen.findByText(/Ngón trỏ phải 9 điểm/);
    await user.keyboard('{F12}');
    await waitFor(() => expect(counter.dossier.captures).toHaveLength(1));
    expect(counter.dossier.captures[0]?.sha256).toBe(counter.dossier.attempts[1]?.sha256);
    expect(attempts(counter)[3]?.slice(1)).toEqual(['accepted', '']);
  });

  it('of the wrong hand is taken again on F12, or used with a reason on F8', async () => {
    const wrong = handOf(60, { hand: 'left', verdict: 'look', problems: [{ kind: 'wrong-hand', looksLike: 'left' }] });
    const counter = counterSeeing(wrong);
    await capture(counter);
    await screen.findByText('Trông giống bàn tay trái.');
    expect(screen.getByRole('img', { name: /Ngón trỏ phải: đang chụp, chất lượng 60, chưa đạt/ })).toBeTruthy();
    await user.keyboard('{F12}');
    await waitFor(() => expect(attempts(counter)).toEqual([[1, 'rejected', 'advised']]));
    await capture(counter);
    await screen.findByText('Trông giống bàn tay trái.');
    await user.keyboard('{F8}');
    expect(await violations()).toEqual([]);
    await user.click(await screen.findByRole('button', { name: 'Đã nhìn tận mắt: đúng tay, đúng ngón' }));
    await waitFor(() => expect(attempts(counter)[1]?.slice(1)).toEqual(['accepted', 'seen-right']));
  });

  it('of a roll says what came of holding it against the plain print, on the picture and in the list of tries', async () => {
    const counter = counterSeeing(handOf(62, { rollCheck: 'no-plain-print' }));
    await capture(counter);
    const verdict = await screen.findByRole('region', { name: 'Kết quả kiểm tra ảnh' });
    expect(within(verdict).getByText('Hồ sơ không có vân ấn phẳng của ngón này để đối chiếu.')).toBeTruthy();
    expect(await violations()).toEqual([]);
    await user.keyboard('{F12}');
    await waitFor(() => expect(within(screen.getByRole('region', { name: 'Các lần chụp' })).getByText(/không có vân ấn phẳng/)).toBeTruthy());
  });

  it('that was forced waits for the officer instead of the next try', async () => {
    const counter = counterSeeing(handOf(4));
    await capture(counter, ['forced']);
    await screen.findByRole('button', { name: /Vẫn nhận/ });
    expect(counter.dossier.attempts).toEqual([]);
  });

  it('stays for the officer to decide when a bad try could not be recorded', async () => {
    const counter = counterSeeing(handOf(4));
    counter.failures.set('capture.set-aside', 'store.full');
    await capture(counter);
    await screen.findByText('store.full');
    expect(await screen.findByRole('button', { name: /Vẫn nhận/ })).toBeTruthy();
  });
});
