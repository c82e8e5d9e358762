import type { SelfTest } from '../../electron/contract/technician.ts';
import words from '../../renderer/i18n/en/technician.json' with { type: 'json' };
import { openDesk, type DeskOptions } from './desk-session.ts';

export type SelfTestOptions = DeskOptions & { readonly deviceId: string | undefined; readonly json: boolean };

/** The technician's self-test of one device, or of all of them one after the other. @returns the exit code: 0 all passed, 1 one didn't or there is none */
export async function selfTest({ deviceId, json, ...options }: SelfTestOptions): Promise<number> {
  const desk = await openDesk(options);
  const say = (report: object, text: string): void => void process.stdout.write(json ? `${JSON.stringify(report)}\n` : `${text}\n`);
  const devices = (await desk.settled()).filter(({ id }) => deviceId === undefined || id === deviceId);
  let passed = devices.length > 0;
  if (!passed) say({ ok: false, code: 'device.not-found', detail: {} }, 'device.not-found');
  for (const { id } of devices) {
    const test = await desk.store['desk.self-test']({ deviceId: id, referenceLevel: null });
    passed &&= test.ok && test.value.passed;
    if (test.ok) say({ ok: true, ...test.value }, describe(test.value));
    else say({ ok: false, deviceId: id, ...test.error }, `FAIL ${id} · ${test.error.code}`);
  }
  await desk.close();
  return passed ? 0 : 1;
}

/** One line for the device, and one for each thing that isn't as it should be, with what to do. */
function describe({ passed, deviceId, model, kind, steps }: SelfTest): string {
  const failed = steps.filter((step) => !step.passed).map(({ step, measure, value, code, advice }) => {
    const what = [measure ?? step, value?.toFixed(1), code].filter((part) => part !== undefined && part !== '').join(' ');
    return `     ${what}: ${sentence(advice)}`;
  });
  return [`${passed ? 'PASS' : 'FAIL'} ${deviceId} · ${model} · ${kind}`, ...failed].join('\n');
}

const sentence = (advice: string): string => Object.entries(words).find(([key]) => key === `advice.${advice}`)?.[1] ?? advice;
