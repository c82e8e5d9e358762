import { describe, expect, it } from 'vitest';
import { IdentityBook, type Listed } from './identity.ts';

const at = (place: string, serial = ''): Listed => ({ driver: 'pad', serial, place });

describe('names of devices', () => {
  it('are the serial number, wherever the device is plugged in', () => {
    const book = new IdentityBook();
    expect(book.name([at('1-1', 'A7')])).toEqual(['pad:A7']);
    expect(book.name([])).toEqual([]);
    expect(book.name([at('1-4', 'A7')])).toEqual(['pad:A7']);
  });

  it('are the place where there is no serial number', () => {
    expect(new IdentityBook().name([at('1-1'), at('1-2')])).toEqual(['pad@1-1', 'pad@1-2']);
  });

  it('keep two devices with one serial number two, and each the same after a replug', () => {
    const book = new IdentityBook();
    expect(book.name([at('1-2', '0001')])).toEqual(['pad:0001']);
    expect(book.name([at('1-1', '0001'), at('1-2', '0001')])).toEqual(['pad:0001@1-1', 'pad:0001']);
    expect(book.name([at('1-1', '0001')])).toEqual(['pad:0001@1-1']);
    expect(book.name([at('1-2', '0001'), at('1-1', '0001')])).toEqual(['pad:0001', 'pad:0001@1-1']);
  });
});
