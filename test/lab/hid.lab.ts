import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { devicesAsync } from 'node-hid';
import { afterEach, describe, expect, it } from 'vitest';
import { listenHidPosCodes } from '../../drivers/code-reader/code-reader.ts';
import { PRODUCT, REPORT, VENDOR_ID } from '../../drivers/wacom-stu/protocol.ts';
import type { DrawScreen } from '../../drivers/wacom-stu/sign-screen.ts';
import { STU_430 } from '../../drivers/wacom-stu/simulator.ts';
import { openWacomStu } from '../../drivers/wacom-stu/wacom-stu.ts';
import type { Transport } from '../../drivers/contract/driver.ts';
import { systemClock as clock } from '../../native-bridges/device-host/system-clock.ts';
import { openHid, type HidTransport } from '../../native-bridges/transports/hid-device.ts';
import { plugPad, plugged, pull, pullAll } from './stu-pad.ts';
import { UhidDevice, describeReports } from './uhid-device.ts';

const wires: Transport[] = [];
afterEach(async () => {
  for (const wire of wires.splice(0)) await wire[Symbol.asyncDispose]();
  await pullAll();
});

const pads = async () => (await devicesAsync(VENDOR_ID, PRODUCT['STU-430'])).map(({ path, serialNumber }) => ({ path: path ?? '', serial: serialNumber ?? '' }));

async function openBySerial(serial: string): Promise<HidTransport> {
  const found = (await pads()).find((one) => one.serial === serial);
  const wire = await openHid(found?.path ?? '');
  if (!wire.ok) throw new Error(wire.error);
  wires.push(wire.value);
  return wire.value;
}

const identity = { id: 'stu-1', maker: 'Wacom', model: 'STU-430', serial: 'LAB1', driver: 'wacom-stu', simulated: false };
const draw: DrawScreen = async (_form, { widthPx, heightPx }) => ({ ok: true, value: new Uint8Array(widthPx * heightPx).fill(255) });
const padOn = async (wire: HidTransport) => {
  const pad = await openWacomStu(wire, { identity, clock, draw });
  if (!pad.ok) throw pad.error;
  return pad.value;
};
const request = (onPreview: () => void = () => undefined) => ({ slot: 'signature' as const, missing: new Set<never>(), attempt: 1, form: { name: 'NGUYỄN VĂN A', purpose: 'Cấp thẻ căn cước' }, forced: new Promise<void>(() => undefined), onPreview });
const never = new AbortController().signal;

describe('a signature pad on a real kernel’s HID', () => {
  it('is found by its serial number, shows its form, and gives the strokes with their times', async () => {
    const { firmware } = await plugPad('LAB1');
    const pad = await padOn(await openBySerial('LAB1'));
    const still = await pad.capture(request(), never);
    if (!still.ok || still.value.type !== 'strokes') throw new Error('no strokes');
    const inked = still.value.samples.filter(({ pressure }) => pressure > 0);
    expect(inked.length).toBeGreaterThan(100);
    expect(inked.every(({ x, y }) => x >= 0 && x <= STU_430.maxX && y >= 0 && y <= STU_430.maxY)).toBe(true);
    expect(inked.every(({ tMs }, n) => n === 0 || tMs >= inked[n - 1]!.tMs)).toBe(true);
    const blocks = firmware.set.filter(([number]) => number === REPORT.imageBlock);
    expect(blocks.reduce((sum, block) => sum + (block[1]! | (block[2]! << 8)), 0)).toBe((STU_430.screenWidthPx * STU_430.screenHeightPx) / 8);
    expect(firmware.set.at(-1)?.[0]).toBe(REPORT.clearScreen);
  });

  it('two equal pads stay two', async () => {
    await plugPad('LAB1');
    await plugPad('LAB2');
    const found = await pads();
    expect(found.map(({ serial }) => serial).sort()).toEqual(['LAB1', 'LAB2']);
    expect(new Set(found.map(({ path }) => path)).size).toBe(2);
  });

  it('pulled during a signature is unplugged; plugged in again it signs', async () => {
    const { device } = await plugPad('LAB1');
    const pad = await padOn(await openBySerial('LAB1'));
    const shown = Promise.withResolvers<void>();
    const still = pad.capture(request(shown.resolve), never);
    await shown.promise;
    await pull(device);
    expect(await still).toMatchObject({ ok: false, error: { code: 'device.unplugged' } });
    expect(await pad.closed).toBe('unplugged');
    await plugPad('LAB1');
    expect(await (await padOn(await openBySerial('LAB1'))).capture(request(), never)).toMatchObject({ ok: true });
  });

  it('is refused with "permission" to a program that the node does not belong to', async () => {
    await plugPad('LAB1');
    const [found] = await pads();
    const asNobody = execFileSync(process.execPath, [join(import.meta.dirname, 'open-hid.ts'), found?.path ?? ''], { uid: 65_534, gid: 65_534, encoding: 'utf8' });
    expect(JSON.parse(asNobody)).toEqual({ ok: false, error: 'permission' });
  });
});

describe('a HID POS reader on a real kernel’s HID', () => {
  it('reads a card’s QR code over several reports', async () => {
    const reader = await UhidDevice.plug({ name: 'Reader', vendor: 0x0db5, product: 0x0139, serial: 'POS1', descriptor: describeReports(0x8c, 2, [{ number: 2, bytes: 63, kind: 'input' }]) });
    plugged.add(reader);
    const [found] = await devicesAsync(0x0db5, 0x0139);
    const wire = await openHid(found?.path ?? '');
    if (!wire.ok) throw new Error(wire.error);
    wires.push(wire.value);
    const heard = Promise.withResolvers<string>();
    listenHidPosCodes(wire.value, { onCode: ({ bytes }) => heard.resolve(new TextDecoder().decode(bytes)), onFault: (why) => heard.reject(new Error(why)) });
    const text = '079301000002|211234567|TRẦN THỊ BÍCH NGỌC|02031990|Nữ|12 Lê Lợi, Phường Bến Thành, Quận 1, TP Hồ Chí Minh|01072021';
    for (const report of posReports(new TextEncoder().encode(text))) await reader.input(report);
    expect(await heard.promise).toBe(text);
  });
});

/** 64-byte reports: number 2, length, AIM identifier, up to 56 bytes, "goes on" in the last byte. */
function posReports(bytes: Uint8Array): Uint8Array[] {
  const reports: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += 56) {
    const part = bytes.subarray(at, at + 56);
    const report = new Uint8Array(64);
    report.set([2, part.length, 0x5d, 0x51, 0x31]);
    report.set(part, 5);
    report[63] = at + 56 < bytes.length ? 1 : 0;
    reports.push(report);
  }
  return reports;
}
