import { AppError } from '../../electron/core/errors/app-error.ts';
import { err } from '../../electron/core/result/result.ts';
import type { CaptureDevice, DeviceIdentity, DriverEnvironment, PenSample, Transport } from '../contract/driver.ts';
import { capturePen, type PenSource } from '../contract/pen-capture.ts';
import { LINES_PER_INCH, TopazReader, type TopazModel } from './protocol.ts';

/** Full pressure of a pad and of a sample (0..1023) are the same scale. Pads without pressure send none: half is taken. */
const PLAIN_PRESSURE = 512;
/** More noise than this share of what came means a wrong line setting (parity!), not a signature. */
const MAX_NOISE = 0.1;
/** Less than this is a disturbance on the line. */
const MIN_NOISE_BYTES = 250;

type Setup = { readonly identity: DeviceIdentity; readonly model: TopazModel; readonly clock: DriverEnvironment['clock']; readonly restedMs?: number };

/** A Topaz pad on a serial line. It has no screen to ask on: the signature ends when the pen rests or the officer says so. */
export function topazPad(transport: Transport, { identity, model, clock, restedMs }: Setup): CaptureDevice {
  let gone = false;
  void transport.closed.then(() => void (gone = true));
  return {
    identity,
    closed: transport.closed,
    close: () => Promise.resolve(transport[Symbol.asyncDispose]()),
    capture: async (request, signal) => {
      if (gone) return err(new AppError('device.unplugged', { driver: 'topaz' }));
      return capturePen(sourceOf(transport, model, clock), request, { clock, signal, ...(restedMs === undefined ? {} : { restedMs }) });
    },
  };
}

function sourceOf(transport: Transport, model: TopazModel, clock: DriverEnvironment['clock']): PenSource {
  const { left, top, right, bottom } = model.field;
  const reader = new TopazReader(model.format);
  let bytesHeard = 0;
  let pressure = PLAIN_PRESSURE;
  return {
    driver: 'topaz', widthPx: right - left, heightPx: bottom - top, ppi: LINES_PER_INCH, closed: transport.closed,
    garbled: () => reader.skippedBytes >= MIN_NOISE_BYTES && reader.skippedBytes > bytesHeard * MAX_NOISE,
    listen: (onSample) => transport.onData((bytes) => {
      bytesHeard += bytes.length;
      for (const packet of reader.push(bytes)) {
        if (packet.type === 'pressure') pressure = Math.max(1, packet.value);
        if (packet.type !== 'position') continue;
        const sample: PenSample = { x: clamp(packet.x - left, right - left), y: clamp(packet.y - top, bottom - top), pressure: packet.down && packet.near ? pressure : 0, tMs: clock.now() };
        onSample(sample);
      }
    }),
  };
}

const clamp = (value: number, end: number): number => Math.min(end - 1, Math.max(0, value));
