import { parseArgs } from 'node:util';

export const USAGE = [
  'Usage: npm run dossier -- verify FILE [--json] [--keys DIR | --key PEM --cert PEM --ca PEM]',
  '  FILE        a sealed dossier (*.p7m)',
  '  --keys DIR  folder with centre.key.pem, centre.cert.pem and ca.cert.pem, or a data folder of the practice centre',
  '  --key PEM   private key of the centre; --cert its certificate, --ca the authority of its stations',
  '  --json      the verdict as JSON',
  '       npm run dossier -- verify-receipt CODE --cert PEM [--ca PEM] [--json]',
  '  CODE        the text of a receipt\'s QR code, or a file that holds it; --cert the station\'s certificate',
  'Without keys only the outer structure is checked, and the exit code is 1.',
].join('\n');

export type ReceiptOptions = { readonly code: string; readonly cert: string; readonly ca?: string; readonly json: boolean };

export type Options = { readonly file: string; readonly json: boolean; readonly keysDir?: string; readonly key?: string; readonly cert?: string; readonly ca?: string };

/** @returns undefined where the words are not what USAGE says */
export function parseArguments(words: readonly string[]): Options | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...words], allowPositionals: true, strict: true,
      options: { json: { type: 'boolean', default: false }, keys: { type: 'string' }, key: { type: 'string' }, cert: { type: 'string' }, ca: { type: 'string' } },
    });
    const [command, file, ...more] = positionals;
    const loose = [values.key, values.cert, values.ca].filter((value) => value !== undefined).length;
    if (command !== 'verify' || file === undefined || more.length > 0) return undefined;
    if (values.keys !== undefined ? loose > 0 : loose !== 0 && loose !== 3) return undefined;
    const { keys, key, cert, ca } = values;
    return { file, json: values.json, ...(keys === undefined ? {} : { keysDir: keys }), ...(key === undefined || cert === undefined || ca === undefined ? {} : { key, cert, ca }) };
  } catch {
    return undefined; // an unknown option
  }
}

/** @returns undefined where the words ask for something else than a receipt's proof, or not as USAGE says */
export function parseReceiptArguments(words: readonly string[]): ReceiptOptions | undefined {
  try {
    const { values, positionals } = parseArgs({ args: [...words], allowPositionals: true, strict: true, options: { json: { type: 'boolean', default: false }, cert: { type: 'string' }, ca: { type: 'string' } } });
    const [command, code, ...more] = positionals;
    if (command !== 'verify-receipt' || code === undefined || more.length > 0 || values.cert === undefined) return undefined;
    return { code, cert: values.cert, json: values.json, ...(values.ca === undefined ? {} : { ca: values.ca }) };
  } catch {
    return undefined;
  }
}
