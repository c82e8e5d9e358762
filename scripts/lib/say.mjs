/**
 * A failure the person at the terminal can act on: shown as its two sentences, without a stack.
 */
export class Stop extends Error {
  /**
   * @param {string} vietnamese
   * @param {string} english
   */
  constructor(vietnamese, english) {
    super(`${vietnamese}\n  ${english}`);
  }
}

/**
 * One line of progress, Vietnamese first.
 * @param {string} vietnamese
 * @param {string} english
 */
export function say(vietnamese, english) {
  process.stdout.write(`▸ ${vietnamese} · ${english}\n`);
}

/**
 * Runs a script body; its number becomes the exit code, a {@link Stop} becomes its sentences and exit code 1.
 * @param {(args: readonly string[]) => Promise<number>} body
 */
export async function runScript(body) {
  try {
    process.exitCode = await body(process.argv.slice(2));
  } catch (error) {
    process.stderr.write(error instanceof Stop ? `✖ ${error.message}\n` : `${error instanceof Error ? error.stack : error}\n`);
    process.exitCode = 1;
  }
}

/**
 * The value of `--name VALUE` or `--name=VALUE`.
 * @param {readonly string[]} args
 * @param {string} name with its dashes, for example `--out`
 * @returns {string | undefined}
 */
export function optionOf(args, name) {
  const at = args.findIndex((arg) => arg === name || arg.startsWith(`${name}=`));
  if (at < 0) return undefined;
  return args[at] === name ? args[at + 1] : args[at]?.slice(name.length + 1);
}
