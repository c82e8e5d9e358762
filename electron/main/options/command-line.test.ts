import { describe, expect, it } from 'vitest';
import { ownArguments, parseCommandLine } from './command-line.ts';

describe('the command line', () => {
  it('is practice with the usual number of citizens where it says nothing', () => {
    expect(parseCommandLine([])).toEqual({ ok: true, value: { mode: 'practice', dataDir: null, inputDir: null, printDir: null, citizens: 5_000, centre: null } });
  });

  it('takes every option', () => {
    const result = parseCommandLine(['--practice', '--data-dir=/d', '--input=/i=1', '--print-dir=/p', '--citizens=50', '--centre=http://127.0.0.1:4000']);
    expect(result).toEqual({ ok: true, value: { mode: 'practice', dataDir: '/d', inputDir: '/i=1', printDir: '/p', citizens: 50, centre: 'http://127.0.0.1:4000' } });
  });

  it('passes over switches of the runtime', () => {
    expect(parseCommandLine(['--inspect=0', '--remote-debugging-port=0', '--use-fake-device-for-media-stream', '--real'])).toMatchObject({ ok: true, value: { mode: 'real' } });
  });

  it.each([
    [['--no'.concat('-sandbox')], /unknown argument --no.sandbox/],
    [['--disable-web-security'], /unknown argument/],
    [['dossier.zip'], /unknown argument/],
    [['--data-dir'], /wants a folder/],
    [['--data-dir='], /wants a folder/],
    [['--citizens=0'], /whole number/],
    [['--citizens=200001'], /whole number/],
    [['--citizens=5e3'], /whole number/],
    [['--centre=http://example.org:80'], /127/],
    [['--real', '--centre=http://127.0.0.1:4000'], /practice mode only/],
    [['--practice', '--real'], /exclude each other/],
    [['--practice=yes'], /takes no value/],
    [['--real', '--input=/i'], /practice mode only/],
    [['--data-dir=/a', '--data-dir=/b'], /given twice/],
    [['--__proto__=x'], /unknown argument/],
  ])('names what is wrong with %j', (args, sentence) => {
    const result = parseCommandLine(args);
    expect(result.ok ? '' : result.error).toMatch(sentence);
  });
});

describe('the program’s own arguments', () => {
  it('leave out the app folder of a development start', () => {
    expect(ownArguments(['/electron', '--inspect=0', '/app', '--real'], false)).toEqual(['--inspect=0', '--real']);
  });
  it('keep everything in the packaged program', () => {
    expect(ownArguments(['/station', '/app', '--real'], true)).toEqual(['/app', '--real']);
  });
});
