import { expect, it } from 'vitest';
import { mayLoad } from './network-block.ts';
import { mayUse, type MediaAsk } from './permissions.ts';

const CAMERA: MediaAsk = { permission: 'media', url: 'app://station/', isMainFrame: true, mediaTypes: ['video'] };

it('S06: gives the camera to the page', () => {
  expect(mayUse(CAMERA)).toBe(true);
});

it.each<Partial<MediaAsk>>([
  { mediaTypes: ['audio'] }, { mediaTypes: ['audio', 'video'] }, { mediaTypes: [] }, { mediaTypes: ['unknown'] }, { isMainFrame: false }, { url: 'https://evil.example/' }, { url: undefined },
  ...['geolocation', 'notifications', 'midi', 'clipboard-read', 'pointerLock', 'display-capture', 'fullscreen', 'openExternal', 'hid', 'serial', 'usb', 'fileSystem'].map((permission) => ({ permission })),
])('S06: refuses %j', (change) => {
  expect(mayUse({ ...CAMERA, ...change })).toBe(false);
});

it.each([
  ['app://station/assets/a.js', true], ['blob:app://station/6a', true],
  ['https://evil.example/', false], ['http://127.0.0.1:631/', false], ['ws://127.0.0.1/', false], ['file:///etc/passwd', false], ['app://evil/', false], ['blob:https://evil.example/1', false], ['data:text/html,x', false], ['', false],
] as const)('S08: the page loading %j is allowed: %s', (url, allowed) => {
  expect(mayLoad(url)).toBe(allowed);
});
