import { expect, it } from 'vitest';
import { cameraChoiceOf, cameraDeviceView, namedCameras } from './camera-choice.ts';
import { cameraFailure } from './camera-failure.ts';
import { liveSize, portraitCrop } from './picture-crop.ts';

it('takes no camera of its own until one is chosen, and then its name and size from the settings', () => {
  expect(cameraChoiceOf([{ key: 'camera.label', value: '' }, { key: 'camera.resolution', value: '1280x720' }])).toBeNull();
  expect(cameraChoiceOf([])).toBeNull();
  expect(cameraChoiceOf([{ key: 'camera.label', value: 'C920' }, { key: 'camera.resolution', value: '1280x720' }])).toEqual({ label: 'C920', widthPx: 1280, heightPx: 720 });
});

it('tells two cameras of one model apart and passes over microphones and cameras without a name', () => {
  const seen = [
    { kind: 'audioinput', deviceId: 'm', label: 'C920' }, { kind: 'videoinput', deviceId: 'a', label: 'C920' },
    { kind: 'videoinput', deviceId: 'b', label: 'C920' }, { kind: 'videoinput', deviceId: 'c', label: '' },
  ] as const;
  expect(namedCameras(seen)).toEqual([{ deviceId: 'a', label: 'C920' }, { deviceId: 'b', label: 'C920 #2' }]);
});

it('shows a missing camera as absent', () => {
  expect(cameraDeviceView('C920', false, '2026-03-02T02:00:00.000Z')).toMatchObject({ kind: 'camera', state: { kind: 'absent' }, driver: 'page-camera', simulated: false });
});

it.each([
  ['NotAllowedError', 'camera.not-allowed'], ['NotFoundError', 'camera.not-found'], ['NotReadableError', 'camera.not-readable'],
  ['OverconstrainedError', 'camera.overconstrained'], ['AbortError', 'camera.aborted'], ['SecurityError', 'camera.security'],
])('%s has a sentence of its own', (name, code) => {
  expect(cameraFailure(new DOMException('secret words of the browser', name))).toEqual({ code, detail: {} });
});

it('names what it does not know and quotes nothing of it', () => {
  expect(cameraFailure(new TypeError('secret'))).toEqual({ code: 'camera.aborted', detail: { name: 'TypeError' } });
});

it.each([[1920, 1080, 840, 1080], [640, 480, 373, 479], [1080, 1920, 1080, 1388]])('cuts the middle out of %i x %i', (width, height, wide, high) => {
  const crop = portraitCrop(width, height);
  expect(crop).toMatchObject({ widthPx: wide, heightPx: high });
  expect(crop.leftPx + crop.widthPx).toBeLessThanOrEqual(width);
  expect(crop.topPx + crop.heightPx).toBeLessThanOrEqual(height);
  expect(liveSize(crop).widthPx).toBe(Math.min(480, wide));
});
