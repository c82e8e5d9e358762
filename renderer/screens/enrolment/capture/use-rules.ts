import { useEffect, useState } from 'react';
import { readingFrom } from '../../../../electron/core/settings/print-policy.ts';
import { useStore } from '../../../app/hooks.ts';

export type Read = ReturnType<typeof readingFrom>;

/**
 * What this station asks of a capture; undefined until the store has said so. Where it can't, the built-in rules hold.
 * @param rulesOf a function that stays the same: the settings are asked for once
 */
export function useRules<T>(rulesOf: (read: Read) => T): T | undefined {
  const store = useStore();
  const [rules, setRules] = useState<T>();
  useEffect(() => {
    void store['settings.list']({}).then((reply) => {
      setRules(rulesOf(readingFrom(reply.ok ? reply.value : [])));
    });
  }, [store, rulesOf]);
  return rules;
}
