import type { DeviceView } from '../../../electron/contract/device.ts';
import type { DeviceLog } from './device-log.ts';

const LEVELS: Readonly<Record<DeviceView['state']['kind'], 'info' | 'look' | 'stop'>> = { absent: 'stop', opening: 'info', ready: 'info', busy: 'info', lost: 'look', blocked: 'stop' };

/** Writes every change of a device's state into the log. Work and its end are told by whoever does the work. */
export class RegistryDiary {
  readonly #log: DeviceLog;
  readonly #last = new Map<string, string>();

  constructor(log: DeviceLog) {
    this.#log = log;
  }

  readonly hear = (views: readonly DeviceView[]): void => {
    for (const { id, kind, state } of views) {
      const now = stateWord(state);
      const before = this.#last.get(id);
      this.#last.set(id, now);
      // Busy and ready again is work: the end of a capture says more.
      if (before === now || state.kind === 'busy' || (before === 'busy' && state.kind === 'ready')) continue;
      this.#log.note({ kind, identity: { id } }, { level: before === undefined && state.kind === 'absent' ? 'info' : LEVELS[state.kind], code: `state.${now}`, detail: 'attempt' in state ? { attempt: state.attempt } : {} });
    }
  };
}

const stateWord = (state: DeviceView['state']): string => (state.kind === 'blocked' ? `blocked.${state.reason}` : state.kind);
