import { useEffect, useState } from 'react';
import type { PolicySettings } from '../../../../../electron/core/biometrics/capture-policy/policy-settings.ts';
import { printPolicyOf, readingFrom } from '../../../../../electron/core/settings/print-policy.ts';
import { useStore } from '../../../../app/hooks.ts';

/** What this station asks of prints; undefined until the store has said so. Where it can't, the built-in rules hold. */
export function usePrintRules(): PolicySettings | undefined {
  const store = useStore();
  const [rules, setRules] = useState<PolicySettings>();
  useEffect(() => {
    void store['settings.list']({}).then((reply) => {
      setRules(printPolicyOf(readingFrom(reply.ok ? reply.value : [])));
    });
  }, [store]);
  return rules;
}
