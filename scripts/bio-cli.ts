import { parseArgs } from 'node:util';
import { CODEC_COMMANDS } from './bio/codec-commands.ts';
import { OPTIONS, WrongCall, type Command } from './bio/command.ts';
import { AGREEMENT_COMMANDS } from './bio/quality-agreement.ts';
import { PRINT_COMMANDS } from './bio/print-commands.ts';
import { SYNTHETIC_COMMANDS } from './bio/synthetic-commands.ts';
import { TRANSACTION_COMMANDS } from './bio/make-transaction.ts';

/** `npm run bio -- COMMAND ...`: the engine from outside. Ends with 0, 1 for a file that was refused, 2 for a wrong call. */
const USAGE = `npm run bio -- COMMAND [--json]
  wsq-encode IMG OUT.wsq [--bpp 0.75] [--ppi 500]
  wsq-decode IN.wsq OUT.pgm
  quality IMG [--ppi 500]                      one finger: score 0..100 and what is wrong with it
  quality-agreement FILE.an2                   scores against the NFIQ classes in 14.022, and their rank correlation
  segment SLAP --hand right|left|thumbs [--missing FINGER,…]
  match A B                                    two prints, one to one
  synth --seed N --finger right-index [--touch N] [--rolled] [--flaw dry] OUT
  slap --seed N --hand right|left|thumbs [--touch N] [--missing FINGER,…] [--flaw dry] OUT
  itl-dump FILE.an2
  itl-make --seed N [--missing FINGER,…] [--rolled] [--ascii] OUT.an2     a whole synthetic enrolment
  iso-dump FILE          (ISO/IEC 19794-4, -5, -6 record or ICAO data group 2, 3, 4)
Images are PGM, PNG or WSQ; a finger is named right-thumb … left-little.`;

const COMMANDS: Readonly<Record<string, Command>> = { ...CODEC_COMMANDS, ...PRINT_COMMANDS, ...AGREEMENT_COMMANDS, ...SYNTHETIC_COMMANDS, ...TRANSACTION_COMMANDS };

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: OPTIONS });
  const [name = '', ...files] = positionals;
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined || files.length !== command.files) throw new WrongCall(USAGE);
  const result = await command.run(files, values);
  if (result.ok) console.log(values.json ? JSON.stringify({ ok: true, ...result.value.json }) : result.value.text);
  else if (values.json) console.log(JSON.stringify({ ok: false, error: result.error }));
  else console.error(`${result.error.code} at byte ${result.error.offsetBytes}: ${result.error.reason}`);
  return result.ok ? 0 : 1;
}

try {
  process.exitCode = await main();
} catch (cause) {
  // A wrong call, a file that cannot be opened or an unknown option: the reason is enough, the stack is not for the technician.
  console.error(cause instanceof Error ? cause.message : String(cause));
  process.exitCode = 2;
}
