import { describe, expect, it } from 'vitest';
import { CentreAddress } from './centre-address.ts';

const URL_A = 'http://127.0.0.1:4000';

describe('the centre\'s address', () => {
  it('is waited for where a practice centre is still starting', async () => {
    const address = new CentreAddress(null, true);
    const asked = address.awaited();
    address.set(URL_A);
    expect(await asked).toBe(URL_A);
    expect(address.url).toBe(URL_A);
  });

  it('is none at once where nothing is coming', async () => {
    expect(await new CentreAddress(null, false).awaited()).toBeUndefined();
  });

  it('is given up in the end', async () => {
    expect(await new CentreAddress(null, true).awaited(0)).toBeUndefined();
  });

  it('goes when the line is taken away, without another wait', async () => {
    const address = new CentreAddress(URL_A, true);
    expect(await address.awaited()).toBe(URL_A);
    address.set(null);
    expect(await address.awaited()).toBeUndefined();
  });
});
