import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchStation, type Station } from '../station.ts';
import { CITIZEN_PID, OFFICER, OTHER_CITIZEN_PID, TECHNICIAN } from './people.ts';
import { CounterPlayer } from './player.ts';
import { TechnicianPlayer } from './technician-player.ts';
import { words } from './words.ts';

let station: Station;
let player: CounterPlayer;
beforeAll(async () => {
  station = await launchStation({ args: ['--citizens=200'] });
  player = new CounterPlayer(station.page);
});
afterAll(() => station.close());

const attempts = (): ReturnType<Station['page']['locator']> => station.page.locator('.attempts li');
const verdict = (): ReturnType<Station['page']['locator']> => station.page.locator('.print-verdict');

/** The technician spoils the next picture; the officer opens or takes up the dossier on its fingerprint step. */
async function spoilt(flaw: string): Promise<void> {
  await player.signIn(TECHNICIAN);
  await new TechnicianPlayer(station.page).spoilPrints(flaw);
  await player.signOut();
  await player.signIn(OFFICER);
}
async function takeUp(): Promise<void> {
  await station.page.getByRole('option').filter({ hasText: 'TRẦN THỊ BÌNH' }).first().waitFor();
  await station.page.keyboard.press('Enter');
  await player.onStep('fingerprints');
}

/** Esc in the dialog of reasons closes it and nothing else: the picture still waits. */
async function leaveReasons(): Promise<void> {
  await station.page.keyboard.press('F8');
  await station.page.getByRole('dialog').waitFor();
  await station.page.keyboard.press('Escape');
  await station.page.getByRole('dialog').waitFor({ state: 'detached' });
  await verdict().waitFor();
  await player.onStep('fingerprints');
}

describe('the counter’s fingerprint step', () => {
  it.each([
    ['wet', OTHER_CITIZEN_PID, 'dry-finger'], ['dry', CITIZEN_PID, 'moisten-or-press'],
  ] as const)('takes a %s hand again by itself, says what to do meanwhile, and keeps the good one', async (flaw, pid, instruction) => {
    await spoilt(flaw);
    await player.openDossier(pid);
    await player.goOn('fingerprints');
    await verdict().getByText(words('enrolment', `instruction.${instruction}`)).waitFor();
    await attempts().filter({ hasText: words('enrolment', 'capture.retake.next-try') }).waitFor();
    await player.keep('right-four');
    const tries = await attempts().allTextContents();
    expect(tries).toHaveLength(2);
    expect(tries[0]).toMatch(/\d+ ✓/);
    expect(tries[1]).toContain('▲');
    await player.signOut();
  });

  it('warns of the wrong hand and uses it only with a reason', async () => {
    await spoilt('wrong-hand');
    await takeUp();
    await verdict().waitFor();
    await leaveReasons();
    await player.useAnyway('seen-right');
    await player.kept('left-four');
    await attempts().filter({ hasText: words('enrolment', 'capture.use-anyway.seen-right') }).waitFor();
    await player.signOut();
  });

  it('asks for no finger that is missing, and takes the other one alone', async () => {
    await player.signIn(OFFICER);
    await takeUp();
    await player.recordMissing('left-thumb', 'bandaged');
    await player.keepPrints(['right-thumb'], true);
    await player.goOn('portrait');
    expect(await station.page.locator('nav.rail li', { hasText: words('enrolment', 'step.fingerprints') }).textContent()).toContain('✓');
  });
});
