import type { Locator, Page } from 'playwright';
import type { DossierState } from '../../../electron/core/dossier/lifecycle.ts';
import { UNWATCHED, type Watcher } from './watcher.ts';
import { words, wordsLike } from './words.ts';

/** Plays whoever is signed in, on the real window, by keyboard and by the words they read. */
export class WindowPlayer {
  protected readonly page: Page;
  protected readonly watch: Watcher;

  constructor(page: Page, watch: Watcher = UNWATCHED) {
    this.page = page;
    this.watch = watch;
  }

  /** Presses a key that answers what is on the screen. */
  protected async answer(key: string): Promise<void> {
    await this.watch.look();
    await this.page.keyboard.press(key);
  }

  button(subject: string, key: string): Locator {
    return this.page.getByRole('button', { name: words(subject, key), exact: true });
  }

  async signIn(account: { readonly login: string; readonly password: string }): Promise<void> {
    await this.page.getByLabel(words('signin', 'login'), { exact: true }).fill(account.login);
    await this.page.getByLabel(words('signin', 'password'), { exact: true }).fill(account.password);
    await this.page.keyboard.press('Enter');
    await this.watch.machine(() => this.page.locator('header.frame').waitFor());
  }

  async signOut(): Promise<void> {
    await this.page.getByRole('button', { name: wordsLike('shell', 'menu.of') }).click();
    await this.page.getByRole('menuitem', { name: words('shell', 'menu.signOut') }).click();
    await this.page.getByLabel(words('signin', 'login'), { exact: true }).waitFor();
  }

  async lock(): Promise<void> {
    await this.page.keyboard.press('F4');
    await this.page.getByText(words('signin', 'lock.title')).waitFor();
  }

  async unlock(password: string): Promise<void> {
    await this.page.getByLabel(words('signin', 'password'), { exact: true }).fill(password);
    await this.page.keyboard.press('Enter');
    await this.page.getByText(words('signin', 'lock.title')).waitFor({ state: 'detached' });
  }

  async goTo(place: string): Promise<void> {
    await this.page.getByRole('navigation', { name: words('shell', 'places') }).getByRole('button', { name: words('shell', `place.${place}`), exact: true }).click();
  }

  /** The desk lists a dossier in `state`. */
  async listed(state: DossierState): Promise<void> {
    await this.page.getByRole('option').filter({ hasText: words('states', state) }).first().waitFor();
  }
}
