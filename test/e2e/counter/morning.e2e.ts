import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { citizensFrom, type Citizen } from '../../../drivers/personas/citizens.ts';
import { lastCardOf } from '../../../drivers/personas/last-card.ts';
import { upperName } from '../../../drivers/personas/names.ts';
import type { DossierState } from '../../../electron/core/dossier/lifecycle.ts';
import { CentreFixture } from '../../integration/centre-fixture.ts';
import { FaultyLink } from '../../integration/faulty-link.ts';
import { untilBoot } from '../security/raw-page.ts';
import { launchStation, type Station } from '../station.ts';
import { ChiefPlayer } from './chief-player.ts';
import { countHands, handsOf } from './hands.ts';
import { CHIEF, OFFICER, OTHER_CITIZEN_PID } from './people.ts';
import { CounterPlayer } from './player.ts';
import { CARD_QR, scanCard } from './scan-card.ts';
import { words, wordsLike } from './words.ts';

/** What the centre's fixture draws. */
const CENTRE_SEED = 1;
const citizens = citizensFrom(CENTRE_SEED, 300).slice(5);
const isGrown = ({ birthDate }: Citizen): boolean => birthDate.length === 10 && birthDate > '1967' && birthDate < '2000';
const withoutCard = citizens.find((citizen) => isGrown(citizen) && lastCardOf(citizen) === undefined)!;
const stranger = citizens.find((citizen) => isGrown(citizen) && lastCardOf(citizen) !== undefined)!;
const day = (date: string): string => date.split('-').toReversed().join('');
/** What a reader reads off a card whose address is still true. */
const qrOf = ({ pid, name, birthDate, sex, residence }: Citizen): string => `${pid}||${upperName(name)}|${day(birthDate)}|${sex === 1 ? 'Nam' : 'Nữ'}|${residence.text}|01012022`;

let centre: CentreFixture;
let link: FaultyLink;
let station: Station;
let player: CounterPlayer;
beforeAll(async () => {
  centre = await CentreFixture.start();
  link = await FaultyLink.open(() => centre.port);
  station = await launchStation({ args: [`--centre=${link.url}`] });
  player = new CounterPlayer(station.page);
  await player.signIn(OFFICER);
  await untilBoot(station.page, 'every-host-ready');
});
afterAll(async () => {
  await station.close();
  await link.close();
  await centre.stop();
});

const page = (): Station['page'] => station.page;
const rows = (state: DossierState) => page().getByRole('option').filter({ hasText: words('states', state) });
const shown = (text: string | RegExp): Promise<void> => page().getByText(text).first().waitFor();
async function open(): Promise<void> {
  await player.button('enrolment', 'find.open').waitFor();
  await page().keyboard.press('F12');
  await player.onStep('check');
}
async function toDesk(): Promise<void> {
  await page().keyboard.press('Escape');
  await page().getByRole('option').first().waitFor();
}
async function approveAll(count: number): Promise<void> {
  await player.signOut();
  await player.signIn(CHIEF);
  const chief = new ChiefPlayer(page());
  for (let n = 0; n < count; n++) await chief.approveFirst();
  await player.goTo('desk');
}
async function officerAgain(): Promise<void> {
  await player.signOut();
  await player.signIn(OFFICER);
}

describe('before the line is cut', () => {
  it('a renewal goes from the scan to the receipt by keyboard alone, nothing typed, the old face beside the new', async () => {
    await countHands(page());
    await scanCard(page(), CARD_QR);
    await page().locator('.last-face-find img').waitFor();
    await open();
    await player.goOn('fingerprints');
    await player.keepPrints();
    await player.goOn('portrait');
    await page().locator('.last-face-capture img').waitFor();
    await player.keep('portrait');
    await player.signAndSubmit();
    expect(await handsOf(page())).toMatchObject({ clicks: 0, typed: 0 });
    await toDesk();
  });

  it('an adult without a card is enrolled for the first time', async () => {
    await page().keyboard.press('F2');
    await page().getByLabel(words('enrolment', 'find.purpose')).selectOption('first-issue');
    await page().getByLabel(words('enrolment', 'find.who')).fill(withoutCard.pid);
    await page().keyboard.press('Enter');
    await shown(words('find', 'last-face.none'));
    await open();
    await page().locator('.strip').getByText(words('enrolment', 'kind.first-issue')).waitFor();
    await player.captureAndSubmit();
    await toDesk();
  });

  it('somebody is looked up who will come back', async () => {
    await page().keyboard.press('F2');
    await page().getByLabel(words('enrolment', 'find.purpose')).selectOption('exchange');
    await page().getByLabel(words('enrolment', 'find.who')).fill(OTHER_CITIZEN_PID);
    await page().keyboard.press('Enter');
    await page().locator('.last-face-find img').waitFor();
    await toDesk();
  });

  it('the chief approves, and the centre accepts both', async () => {
    await approveAll(2);
    await rows('accepted').nth(1).waitFor();
    expect(centre.server.view()).toMatchObject({ accepted: 2, rejected: 0 });
    await officerAgain();
  });
});

describe('while the line is cut', () => {
  it('who was looked up before is known again, with face and all, and enrolled', async () => {
    link.setDown(true);
    await page().keyboard.press('F2');
    await page().getByLabel(words('enrolment', 'find.who')).fill(OTHER_CITIZEN_PID);
    await page().keyboard.press('Enter');
    await shown(words('find', 'offline.offer'));
    await page().keyboard.press('F8');
    await shown(wordsLike('find', 'offline.cached'));
    await page().locator('.last-face-find img').waitFor();
    await open();
    await player.captureAndSubmit();
    await toDesk();
  });

  it('who was never looked up is taken from the card in hand', async () => {
    await scanCard(page(), qrOf(stranger));
    await shown(words('find', 'offline.offer'));
    await page().keyboard.press('F8');
    await player.button('find', 'offline.manual.action').waitFor();
    await page().keyboard.press('F8');
    await shown(words('find', 'offline.manual'));
    await open();
    await page().getByRole('radio', { name: words('enrolment', 'kind.reissue') }).click();
    await page().locator('.strip').getByText(words('enrolment', 'kind.reissue')).waitFor();
    await player.signAndSubmit();
    await toDesk();
  });

  it('the chief approves; both are sealed and wait', async () => {
    await approveAll(2);
    await rows('queued').nth(1).waitFor();
    await page().locator('.frame-line').getByText(words('shell', 'line.waiting', { count: 2 })).waitFor();
    await shown(wordsLike('shell', 'line.offline'));
  });
});

describe('when the line is back', () => {
  it('everything is accepted by itself, nothing twice', async () => {
    link.setDown(false);
    await rows('accepted').nth(3).waitFor();
    expect(centre.server.view()).toMatchObject({ accepted: 4, rejected: 0 });
    await page().locator('.frame-line').getByText(words('shell', 'line.waiting', { count: 0 })).waitFor();
  });

  it('those who were identified without it have been checked', async () => {
    for (const name of ['NGUYỄN VĂN AN', upperName(stranger.name)]) {
      await page().getByRole('option').filter({ hasText: name }).click();
      await page().keyboard.press('Enter');
      await shown(words('audit', 'action.dossier.identity-checked'));
      await toDesk();
    }
  });
});
