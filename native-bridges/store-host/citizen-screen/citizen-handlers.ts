import type { Handlers } from '../../../electron/contract/call.ts';
import type { CitizenContract, citizenDeskContract } from '../../../electron/contract/citizen-screen.ts';
import { asStoreFailure } from '../database/sqlite-failure.ts';
import type { PageContext } from '../station/page-context.ts';
import type { CitizenScreen } from './citizen-screen.ts';

/** What a citizen's window may do. */
export const citizenHandlers = (screen: CitizenScreen): Handlers<CitizenContract, undefined> => ({
  'citizen.view': () => screen.state(),
  'citizen.choose-language': ({ locale }) => {
    screen.chooseLanguage(locale);
    return {};
  },
  'citizen.mark': ({ field, wrong }) => {
    screen.mark(field, wrong);
    return {};
  },
  'citizen.confirm': ({ version }) => {
    try {
      screen.confirm(version);
    } catch (error) {
      throw asStoreFailure(error);
    }
    return {};
  },
  'citizen.image': ({ slot }) => screen.image(slot),
});

/** What the officer's page may do about it. */
export const citizenDeskHandlers = (screen: CitizenScreen): Handlers<typeof citizenDeskContract, PageContext> => ({
  'citizen-screen.view': () => screen.desk(),
  'citizen-screen.show': (scene, context) => screen.show(context, scene),
});
