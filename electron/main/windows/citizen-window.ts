import { BrowserWindow, nativeTheme, screen, type Display } from 'electron';
import type { AppInfo } from '../../contract/page.ts';
import { CITIZEN_URL } from '../security/trusted-frame.ts';
import { GROUND, pagePreferences } from './page-preferences.ts';

/** On the officer's own display it is a window to be turned or moved; large enough for very large type. */
const WISHED = { width: 1180, height: 800 } as const;

export type CitizenWindowSetup = {
  readonly preload: string;
  readonly info: AppInfo;
  readonly packaged: boolean;
  readonly title: string;
  /** Gives the window its place among ours before it loads. */
  readonly register: (window: BrowserWindow) => void;
};

/** The window that the citizen sees: over the whole of a second display when there is one, else a window opened on request. */
export class CitizenWindow {
  readonly #setup: CitizenWindowSetup;
  #window: BrowserWindow | undefined;
  #officer: BrowserWindow | undefined;

  constructor(setup: CitizenWindowSetup) {
    this.#setup = setup;
  }

  get isOpen(): boolean {
    return this.#window !== undefined;
  }

  /** Opens by itself while a display besides the officer's is there, moves with it, and goes with it. */
  followDisplays(officer: BrowserWindow): void {
    this.#officer = officer;
    const follow = (): void => this.#follow(this.#otherDisplay());
    if (this.#otherDisplay() !== undefined) this.open();
    for (const event of ['display-added', 'display-metrics-changed'] as const) screen.on(event as 'display-added', follow);
    screen.on('display-removed', () => {
      const other = this.#otherDisplay();
      if (other === undefined) this.close();
      else follow();
    });
  }

  open(): void {
    if (this.#window !== undefined) return this.#window.showInactive();
    const display = this.#otherDisplay();
    const area = (display ?? screen.getPrimaryDisplay()).workArea;
    const window = new BrowserWindow({
      show: false,
      title: this.#setup.title,
      ...(display === undefined
        ? { width: Math.min(WISHED.width, area.width), height: Math.min(WISHED.height, area.height) }
        // What the citizen touches there never takes the keyboard from the officer.
        : { ...display.bounds, frame: false, focusable: false }),
      backgroundColor: nativeTheme.shouldUseDarkColors ? GROUND.dark : GROUND.light,
      autoHideMenuBar: true,
      webPreferences: pagePreferences({ ...this.#setup, window: 'citizen' }),
    });
    this.#window = window;
    this.#setup.register(window);
    window.setMenu(null);
    window.on('page-title-updated', (event) => event.preventDefault());
    // The officer goes on typing where they are.
    window.once('ready-to-show', () => {
      window.showInactive();
      this.#follow(this.#otherDisplay());
    });
    window.once('closed', () => (this.#window = undefined));
    void window.loadURL(CITIZEN_URL);
  }

  close(): void {
    this.#window?.close();
  }

  #follow(display: Display | undefined): void {
    if (display === undefined) return;
    if (this.#window === undefined) return this.open();
    // A full screen belongs to one display: it is left before the window goes to another.
    if (this.#window.isFullScreen()) this.#window.setFullScreen(false);
    this.#window.setBounds(display.bounds);
    this.#window.setFullScreen(true);
  }

  /** A display that the officer doesn't look at: never the one their window is on, whichever the system calls its first. */
  #otherDisplay(): Display | undefined {
    const officer = this.#officer;
    const { id } = officer === undefined || officer.isDestroyed() ? screen.getPrimaryDisplay() : screen.getDisplayMatching(officer.getBounds());
    return screen.getAllDisplays().find((display) => display.id !== id);
  }
}
