import { err, ok, type Result } from '../../core/result/result.ts';

/** What the program was asked to do. `null` = the default of that option. */
export type Options = {
  readonly mode: 'practice' | 'real';
  readonly dataDir: string | null;
  /** Recorded input for the simulated devices. */
  readonly inputDir: string | null;
  /** Where the simulated printer leaves its pages. */
  readonly printDir: string | null;
  /** Synthetic citizens of the practice centre. */
  readonly citizens: number;
  /** A practice centre that runs already; `null` = this station starts its own. */
  readonly centre: string | null;
};

const DEFAULT_CITIZENS = 5_000;
const MAX_CITIZENS = 200_000;
const FOLDERS = { '--data-dir': 'dataDir', '--input': 'inputDir', '--print-dir': 'printDir' } as const;

/**
 * Switches of Chromium and Node that belong to the runtime and not to us. Node's inspector and remote debugging are
 * closed by fuses in the packaged program, so naming them here opens nothing.
 */
const RUNTIME_SWITCHES = [
  '--inspect', '--remote-debugging-port', '--remote-debugging-pipe', '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream',
  '--use-file-for-fake-video-capture', '--ozone-platform', '--ozone-platform-hint', '--force-device-scale-factor', '--disable-gpu', '--use-gl',
  '--lang', '--enable-logging', '--v', '--password-store', '--touch-events', '--original-process-start-time', '--js-flags',
];

export const USAGE = [
  'Usage: tram-can-cuoc [--practice | --real] [--data-dir=DIR] [--input=DIR|FILE] [--print-dir=DIR] [--citizens=N] [--centre=URL]',
  '  --practice       simulated devices and a practice centre (the default)',
  '  --real           real devices and the key store of this machine',
  '  --data-dir=DIR   where this station keeps its data',
  '  --input=DIR      recorded prints, portrait and signature played through the simulated devices (practice only);',
  '                   or one ANSI/NIST-ITL file (*.an2) that has them',
  '  --print-dir=DIR  where the simulated printer leaves its pages (practice only)',
  `  --citizens=N     synthetic citizens in the practice centre, 1 to ${MAX_CITIZENS} (practice only)`,
  '  --centre=URL     a practice centre that runs already on this computer, http://127.0.0.1:PORT (practice only)',
].join('\n');

/**
 * @param args the program's own arguments, without the executable and without the app folder of a development start
 * @returns the options, or a sentence for the terminal that names the wrong argument
 */
export function parseCommandLine(args: readonly string[]): Result<Options, string> {
  const options: { -readonly [K in keyof Options]: Options[K] } = { mode: 'practice', dataDir: null, inputDir: null, printDir: null, citizens: DEFAULT_CITIZENS, centre: null };
  const given = new Set<string>();
  for (const arg of args) {
    const cut = arg.indexOf('=');
    const name = cut === -1 ? arg : arg.slice(0, cut);
    const value = cut === -1 ? '' : arg.slice(cut + 1);
    if (RUNTIME_SWITCHES.includes(name)) continue;
    if (given.has(name)) return err(`${name} is given twice`);
    given.add(name);
    const problem = take(options, name, value, cut !== -1);
    if (problem !== undefined) return err(problem);
  }
  if (given.has('--practice') && given.has('--real')) return err('--practice and --real exclude each other');
  const practiceOnly = ['--input', '--print-dir', '--citizens', '--centre'].find((name) => given.has(name));
  if (options.mode === 'real' && practiceOnly !== undefined) return err(`${practiceOnly} works in practice mode only`);
  return ok(options);
}

function take(options: { -readonly [K in keyof Options]: Options[K] }, name: string, value: string, hasValue: boolean): string | undefined {
  if (name === '--practice' || name === '--real') {
    if (hasValue) return `${name} takes no value`;
    options.mode = name === '--real' ? 'real' : 'practice';
    return undefined;
  }
  if (name === '--citizens') {
    const count = /^\d{1,6}$/.test(value) ? Number(value) : 0;
    if (count < 1 || count > MAX_CITIZENS) return `--citizens wants a whole number from 1 to ${MAX_CITIZENS}`;
    options.citizens = count;
    return undefined;
  }
  if (name === '--centre') {
    // Practice data go to this computer only, whatever somebody types.
    if (!/^http:\/\/127\.0\.0\.1:\d{1,5}$/.test(value)) return '--centre wants http://127.0.0.1:PORT';
    options.centre = value;
    return undefined;
  }
  if (!Object.hasOwn(FOLDERS, name)) return `unknown argument ${name}`;
  if (value === '' || value.includes('\0')) return `${name} wants a folder: ${name}=DIR`;
  options[FOLDERS[name as keyof typeof FOLDERS]] = value;
  return undefined;
}

/** Drops the executable and, in a development start, the app folder named first on the command line. */
export function ownArguments(argv: readonly string[], packaged: boolean): readonly string[] {
  const rest = argv.slice(1);
  const appFolder = packaged ? -1 : rest.findIndex((arg) => !arg.startsWith('-'));
  return rest.filter((_, index) => index !== appFolder);
}
