import { describe, expect, it, vi } from 'vitest';
import { TestDevices } from '../testing/test-devices.ts';
import { CaptureSession, type CaptureOrder, type DeviceClient } from './capture-session.ts';

const ORDER: CaptureOrder = { slot: 'right-four', missing: [], attempt: 1 };

function scanner() {
  const devices = new TestDevices();
  const client = new Proxy({}, { get: (_, name) => (input: never) => devices.answer(String(name), input) }) as DeviceClient;
  const session = new CaptureSession(client);
  const tell = (): void => session.deviceChanged(devices.list.find((d) => d.kind === 'fingerprint-scanner'));
  devices.onList = tell;
  tell();
  return { devices, session };
}
const phase = (session: CaptureSession, wanted: string) => vi.waitFor(() => expect(session.view().phase).toBe(wanted));

describe('a capture', () => {
  it('goes live and ends with the still', async () => {
    const { devices, session } = scanner();
    session.begin(ORDER);
    await phase(session, 'live');
    devices.deliver();
    await phase(session, 'still');
  });

  it('hands every frame to its listeners and words to the view', async () => {
    const { devices, session } = scanner();
    const frames: number[] = [];
    devices.frame = async (_, seq) => (seq > 2 ? new Promise(() => undefined) : { widthPx: 1, heightPx: 1, channels: 1, pixels: new Uint8Array(1), hint: 'keep-still' });
    session.onFrame((frame) => frames.push(frame.seq));
    session.begin(ORDER);
    await vi.waitFor(() => expect(frames).toEqual([1, 2]));
    expect(session.view()).toEqual({ phase: 'live', hint: 'keep-still' });
  });

  it('stands by while unplugged and starts again by itself after the replug', async () => {
    const { devices, session } = scanner();
    session.begin(ORDER);
    await phase(session, 'live');
    devices.fail('device.unplugged');
    devices.setState('fingerprint-scanner', { kind: 'absent' });
    await phase(session, 'waiting');
    expect(session.view()).toMatchObject({ error: { code: 'device.unplugged' } });
    devices.setState('fingerprint-scanner', { kind: 'ready' });
    await phase(session, 'live');
  });

  it('leaves a timeout to the officer', async () => {
    const { devices, session } = scanner();
    session.begin(ORDER);
    await phase(session, 'live');
    devices.fail('device.timeout');
    await phase(session, 'failed');
    session.begin({ ...ORDER, attempt: 2 });
    await phase(session, 'live');
  });

  it('cancels the running job when the order changes, and only the new one counts', async () => {
    const { devices, session } = scanner();
    session.begin(ORDER);
    await phase(session, 'live');
    session.begin({ ...ORDER, slot: 'left-four' });
    await vi.waitFor(() => expect(devices.running?.slot).toBe('left-four'));
    expect(devices.jobs.size).toBe(1);
    session.end();
    await vi.waitFor(() => expect(devices.jobs.size).toBe(0));
    expect(session.view().phase).toBe('idle');
  });

  it('waits for a device that is not there yet', async () => {
    const { devices, session } = scanner();
    devices.setState('fingerprint-scanner', { kind: 'opening', attempt: 0 });
    session.begin(ORDER);
    expect(session.view()).toEqual({ phase: 'waiting', error: undefined });
    devices.setState('fingerprint-scanner', { kind: 'ready' });
    await phase(session, 'live');
  });
});
