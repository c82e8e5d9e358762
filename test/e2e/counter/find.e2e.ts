import type { CDPSession } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { untilBoot } from '../security/raw-page.ts';
import { launchStation, type Station } from '../station.ts';
import { CITIZEN_PID, OFFICER } from './people.ts';
import { CounterPlayer } from './player.ts';
import { CARD_QR, scanCard } from './scan-card.ts';
import { words, wordsLike } from './words.ts';

const MRZ = 'IDVNM3010000024079301000002<<40102281F2602280VNM<<<<<<<<<<<2TRAN<<THI<BINH<<<<<<<<<<<<<<<<';

let station: Station;
let player: CounterPlayer;
beforeAll(async () => {
  station = await launchStation({ args: ['--citizens=200'] });
  player = new CounterPlayer(station.page);
  await player.signIn(OFFICER);
  await untilBoot(station.page, 'every-host-ready');
});
afterAll(() => station.close());
beforeEach(async () => {
  await station.page.keyboard.press('F2');
  await box().waitFor();
});

const box = () => station.page.getByLabel(words('enrolment', 'find.who'));
const found = () => player.button('enrolment', 'find.open').waitFor();
const backToDesk = async (): Promise<void> => {
  await station.page.keyboard.press('Escape');
  await box().waitFor({ state: 'detached' });
};
const agreements = () => station.page.locator('.claim tbody td:last-child').allTextContents();

describe('finding a citizen in one action', () => {
  it('takes what a reader types from a card, compares it and opens the dossier by keyboard alone', async () => {
    await box().fill(CARD_QR);
    await station.page.keyboard.press('Enter');
    await found();
    expect(await agreements()).toEqual(['same', 'same', 'same', 'same', 'moved'].map((one) => `${one === 'moved' ? '○' : '●'} ${words('find', `agreement.${one}`)}`));
    await station.page.keyboard.press('Enter');
    await player.onStep('check');
    await station.page.keyboard.press('Escape');
  });

  it('looks the card up by itself when it is held before the reader, from the search and from the desk', async () => {
    await scanCard(station.page, CARD_QR);
    await found();
    expect(await agreements()).toHaveLength(5);
    await backToDesk();
    await scanCard(station.page, CARD_QR);
    await found();
    expect(await box().inputValue()).toBe(CARD_QR);
    await backToDesk();
  });

  it('reads a machine-readable zone as a keyboard reader types it', async () => {
    await station.page.keyboard.type(MRZ);
    await station.page.keyboard.press('Enter');
    await found();
    expect(await box().inputValue()).toBe(MRZ);
    expect((await agreements())[1]).toContain(words('find', 'agreement.no-marks'));
    await backToDesk();
  });

  it('shows what the citizen says beside what the database says, without turning anybody away', async () => {
    await box().fill('Trần Thị Bình 28/02/2001 Giảng Võ');
    await station.page.getByText(words('find', 'recognised.name-place', { name: 'Trần Thị Bình', birth: '28/02/2001', place: 'Giảng Võ' })).waitFor();
    await station.page.keyboard.press('Enter');
    await found();
    expect(new Set(await agreements())).toEqual(new Set([`● ${words('find', 'agreement.same')}`]));
    await backToDesk();
  });

  it('says which number no citizen has, and gives the text back', async () => {
    await box().fill('079399999999');
    await station.page.keyboard.press('Enter');
    await station.page.getByText(words('enrolment', 'find.not-found.title')).waitFor();
    await player.button('enrolment', 'find.not-found.action').click();
    expect(await box().evaluate((field) => document.activeElement === field)).toBe(true);
    await backToDesk();
  });
});

describe('a Vietnamese input method', () => {
  let keys: CDPSession;
  beforeAll(async () => {
    keys = await station.page.context().newCDPSession(station.page);
  });

  /** What Telex shows while `nguyeenx` is typed; the last form is then committed. */
  async function compose(forms: readonly string[]): Promise<void> {
    for (const text of forms) {
      await keys.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'Process', windowsVirtualKeyCode: 229 });
      await keys.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    }
    await keys.send('Input.insertText', { text: forms.at(-1)! });
  }

  it('composes in the search box undisturbed: no capitals, no search, no lost letters', async () => {
    await compose(['t', 'tr', 'tra', 'trâ', 'trân', 'trần']);
    await station.page.keyboard.insertText(' ');
    await compose(['t', 'th', 'thi', 'thị']);
    await station.page.keyboard.insertText(' ');
    for (const text of ['b', 'bi', 'bin', 'binh', 'bình']) await keys.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    // Enter belongs to the input method while it composes.
    await keys.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 229 });
    expect(await box().inputValue()).toBe('trần thị bình');
    expect(await station.page.getByText(words('enrolment', 'find.typing.birth-missing')).isVisible()).toBe(false);
    await keys.send('Input.insertText', { text: 'bình' });
    await station.page.keyboard.insertText(' 2001');
    expect(await box().inputValue()).toBe('trần thị bình 2001');
    await station.page.keyboard.press('Enter');
    await found();
    expect(await agreements()).toEqual([`● ${words('find', 'agreement.same')}`, `● ${words('find', 'agreement.same')}`]);
    await backToDesk();
  });

  it('composes in a name of the dossier; capitals come on leaving the field', async () => {
    await player.openDossierHere(CITIZEN_PID);
    const name = station.page.getByLabel(words('enrolment', 'check.edit', { field: words('enrolment', 'field.fullName') }));
    await name.fill('');
    await compose(['t', 'tr', 'tra', 'trâ', 'trân', 'trần']);
    await station.page.keyboard.insertText(' ');
    await compose(['h', 'ho', 'hoa', 'hòa']);
    expect(await name.inputValue()).toBe('trần hòa');
    await station.page.keyboard.press('Tab');
    await station.page.getByText(wordsLike('enrolment', 'saved')).waitFor();
    expect(await name.inputValue()).toBe('TRẦN HÒA');
  });
});
