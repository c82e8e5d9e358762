// @vitest-environment jsdom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PortraitAssessment } from '../../../../../electron/core/biometrics/face/assess-portrait.ts';
import { FACE_CRITERIA, judge, type FaceCriterion } from '../../../../../electron/core/biometrics/face/criteria/criterion.ts';
import type { PortraitAdjust } from '../../../../../electron/core/biometrics/face/portrait-adjust.ts';
import { EnrolmentScreen } from '../../EnrolmentScreen.tsx';
import { renderScreen } from '../../testing/render-screen.tsx';
import { sampleDossier } from '../../testing/sample-dossier.ts';
import { TestCounter } from '../../testing/test-counter.ts';

/** What the networks would find; jsdom has none. */
const checker = vi.hoisted(() => ({ warm: vi.fn(), live: vi.fn(), still: vi.fn() }));
vi.mock('../../../../face/face-checker.ts', () => ({ faceChecker: () => checker }));

const user = userEvent.setup();
beforeEach(() => {
  checker.live.mockReset().mockResolvedValue(undefined);
  checker.still.mockReset().mockResolvedValue(null);
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const spot = (x: number, y: number) => ({ x, y });
function portraitFailing(...failed: FaceCriterion[]): PortraitAssessment {
  const criteria = FACE_CRITERIA.map((criterion) => judge(criterion, 'count', failed.includes(criterion) ? 0 : 1, { min: 1, max: 1 }));
  return { template: 'adult', criteria, ok: failed.length === 0, pose: { yawDeg: 0, pitchDeg: 0, rollDeg: 0 }, eyes: { rightEye: spot(800, 1000), leftEye: spot(1160, 1000), chin: spot(980, 1600) } };
}

function counterOnPortrait(settings: TestCounter['settings'] = []): TestCounter {
  const counter = new TestCounter(sampleDossier({ step: 'portrait' }));
  counter.settings = settings;
  renderScreen(<EnrolmentScreen dossierId={counter.dossier.id} />, counter);
  return counter;
}
const callsTo = (counter: TestCounter, name: string): readonly unknown[] => counter.calls.filter((one) => one.name === name).map(({ input }) => input);
const attempts = (counter: TestCounter) => counter.dossier.attempts.map(({ attempt, outcome, reason }) => [attempt, outcome, reason]);
const violations = async (): Promise<string[]> =>
  (await axe.run(document.body, { rules: { 'color-contrast': { enabled: false }, region: { enabled: false } } })).violations.map((v) => `${v.id}: ${v.nodes[0]?.html}`);

/** The camera's next picture, by itself or because the officer pressed F9. */
async function photographed(counter: TestCounter, warnings: string[] = []): Promise<void> {
  await waitFor(() => expect(counter.devices.running?.slot).toBe('portrait'));
  counter.devices.deliver(warnings);
}
async function override(): Promise<void> {
  await user.keyboard('{F12}');
  await user.click(await screen.findByRole('button', { name: 'Đã thử nhiều lần, đây là ảnh tốt nhất' }));
}

describe('the delay before a portrait is taken by itself', () => {
  it.each([0, 300, 1_000])('is the station’s setting: %i ms', async (delayMs) => {
    let nowMs = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => nowMs);
    checker.live.mockResolvedValue(portraitFailing());
    const counter = new TestCounter(sampleDossier({ step: 'portrait' }));
    counter.settings = [{ key: 'capture.portrait-delay-milliseconds', value: delayMs }];
    // A frame each 100 ms of the page's clock; the next one only after this one was looked at.
    counter.devices.frame = async (_, seq) => {
      if (seq > 1) await waitFor(() => expect(checker.live).toHaveBeenCalledTimes(seq - 1));
      nowMs = (seq - 1) * 100;
      return { widthPx: 1, heightPx: 1, channels: 4, pixels: new Uint8Array(4), hint: '' };
    };
    renderScreen(<EnrolmentScreen dossierId={counter.dossier.id} />, counter);
    await waitFor(() => expect(callsTo(counter, 'job.force')).toMatchObject([{ automatic: true }]));
    expect(checker.live).toHaveBeenCalledTimes(delayMs / 100 + 1);
  });
});

describe('several tries at a portrait', () => {
  it('set bad ones aside by themselves and propose the best in the end; another one can be chosen by hand', async () => {
    checker.still.mockResolvedValueOnce(portraitFailing('yaw')).mockResolvedValueOnce(portraitFailing('glare')).mockResolvedValueOnce(portraitFailing('yaw', 'glare'));
    const counter = counterOnPortrait([{ key: 'capture.portrait-attempts', value: 3 }]);
    for (let tries = 1; tries <= 3; tries++) {
      await photographed(counter);
      await waitFor(() => expect(counter.dossier.attempts).toHaveLength(tries));
    }
    await screen.findByText('Chưa lần nào đạt. Lần 2 đạt nhiều tiêu chí nhất.');
    expect(counter.devices.jobs.size).toBe(0);
    expect(await violations()).toEqual([]);
    await user.keyboard('{PageUp}');
    await waitFor(() => expect(screen.getByRole('button', { name: /Lần 1/, pressed: true })).toBeTruthy());
    await user.keyboard('{PageDown}');
    await override();
    await waitFor(() => expect(counter.dossier.captures).toHaveLength(1));
    expect(counter.dossier.captures[0]?.sha256).toBe(counter.dossier.attempts[1]?.sha256);
    expect(attempts(counter).slice(0, 3)).toEqual([[1, 'rejected', 'next-try'], [2, 'rejected', 'next-try'], [3, 'rejected', 'next-try']]);
  });

  it('end with the first good one', async () => {
    checker.still.mockResolvedValueOnce(portraitFailing('eyes-open')).mockResolvedValueOnce(portraitFailing());
    const counter = counterOnPortrait();
    await photographed(counter);
    await waitFor(() => expect(counter.dossier.attempts).toHaveLength(1));
    await photographed(counter);
    await screen.findByRole('button', { name: /Nhận ảnh này/ });
    await user.keyboard('{F12}');
    await waitFor(() => expect(attempts(counter)[1]).toEqual([2, 'accepted', '']));
  });

  it('wait for the officer where the picture was taken by hand, who may take another and keep this one in mind', async () => {
    checker.still.mockResolvedValue(portraitFailing('yaw'));
    const counter = counterOnPortrait();
    await photographed(counter, ['forced']);
    await screen.findByRole('button', { name: /Nhận ảnh, ghi lý do/ });
    expect(counter.dossier.attempts).toEqual([]);
    await user.keyboard('{F8}');
    await waitFor(() => expect(attempts(counter)).toEqual([[1, 'rejected', 'next-try']]));
    await photographed(counter, ['forced']);
    expect(within(await screen.findByRole('region', { name: 'Các lần chụp dùng được' })).getAllByRole('button')).toHaveLength(2);
  });

  it('stay for the officer to decide when one could not be recorded', async () => {
    checker.still.mockResolvedValue(portraitFailing('yaw'));
    const counter = counterOnPortrait();
    counter.failures.set('capture.set-aside', 'store.full');
    await photographed(counter);
    await screen.findByRole('button', { name: /Nhận ảnh, ghi lý do/ });
  });
});

describe('the window of a portrait that was taken', () => {
  it('is moved by keys within its limits, measured again, and kept as it was cut last', async () => {
    checker.still.mockImplementation(async (_file: Blob, _template: string, adjust?: PortraitAdjust) => portraitFailing(...(adjust !== undefined && adjust.zoom > 1.02 ? (['head-width'] as const) : [])));
    const counter = counterOnPortrait();
    await photographed(counter);
    await screen.findByRole('button', { name: /Nhận ảnh này/ });
    await user.keyboard('{F7}{ArrowRight}{ArrowUp}+,');
    await waitFor(() => expect(callsTo(counter, 'still.adjust-portrait').at(-1)).toMatchObject({ adjust: { right: 0.005, down: -0.01, zoom: 1.02, turnDeg: -0.5 } }));
    expect(await violations()).toEqual([]);
    await user.keyboard('+');
    await screen.findByRole('button', { name: /Nhận ảnh, ghi lý do/ });
    await screen.findByText('19/20 đạt');
    await user.keyboard('0');
    await screen.findByRole('button', { name: /Nhận ảnh này/ });
    for (let n = 0; n < 12; n++) await user.keyboard('{ArrowLeft}');
    await waitFor(() => expect(callsTo(counter, 'still.adjust-portrait').at(-1)).toMatchObject({ adjust: { right: -0.05, zoom: 1 } }));
    expect(screen.getByRole('button', { name: 'Sang trái' }).hasAttribute('disabled')).toBe(true);
    const { cuts } = counter.devices;
    await waitFor(() => expect(screen.getByRole('button', { name: /Nhận ảnh này/ }).getAttribute('aria-busy')).toBe('false'));
    await user.keyboard('{F12}');
    await waitFor(() => expect(counter.dossier.captures[0]?.sha256).toBe(cuts.toString(16).padStart(64, 'c')));
  });

  it('is left by Esc without leaving the step', async () => {
    checker.still.mockResolvedValue(portraitFailing());
    const counter = counterOnPortrait();
    await photographed(counter);
    await screen.findByRole('button', { name: /Nhận ảnh này/ });
    await user.keyboard('{F7}{Escape}');
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Sang trái' })).toBeNull());
    expect(screen.getByRole('button', { name: /Nhận ảnh này/ })).toBeTruthy();
  });
});
