import { readFileSync } from 'node:fs';
import { parseArguments, parseReceiptArguments, USAGE, type Options } from './dossier/arguments.ts';
import { describeVerdict } from './dossier/describe-verdict.ts';
import { loadTrust } from './dossier/load-trust.ts';
import { verifyReceipt } from './dossier/verify-receipt.ts';
import { checkSealed } from '../native-bridges/kit/sealed-dossier/check-sealed.ts';

/**
 * `npm run dossier -- verify FILE`: checks one sealed dossier outside the program. Exit code 0 = every check passed,
 * 1 = one failed or could not be made, 2 = wrong usage.
 */
async function main(words: readonly string[]): Promise<number> {
  const options = parseArguments(words);
  const receipt = parseReceiptArguments(words);
  if (options === undefined && receipt === undefined) {
    process.stderr.write(`${USAGE}\n`);
    return 2;
  }
  try {
    return receipt === undefined ? await verify(options!) : verifyReceipt(receipt);
  } catch (error) {
    // What can be wrong here is a file that can't be read: its path is in the message, its content is not.
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  }
}

async function verify(options: Options): Promise<number> {
  const bytes = readFileSync(options.file);
  const verdict = await checkSealed(bytes, loadTrust(options));
  const { lines, ...facts } = describeVerdict(bytes, verdict);
  process.stdout.write(`${options.json ? JSON.stringify(facts, null, 2) : lines.join('\n')}\n`);
  return verdict.dossier === undefined ? 1 : 0;
}

process.exitCode = await main(process.argv.slice(2));
