// oxlint-disable-next-line import/default -- the bundler makes this address; there is no such file
import workerUrl from './face-worker.ts?worker&url';

/** Scripts may only come from addresses that the policy named here lets through, and it lets through one. */
type ScriptPolicy = { createScriptURL(url: string): string };
type PolicyMaker = { createPolicy(name: 'station', rules: ScriptPolicy): ScriptPolicy };

let policy: ScriptPolicy | undefined;

export function openFaceWorker(): Worker {
  const makers = (globalThis as { readonly trustedTypes?: PolicyMaker }).trustedTypes;
  policy ??= (makers ?? { createPolicy: (_name, rules) => rules }).createPolicy('station', {
    createScriptURL: (url) => {
      if (url !== workerUrl) throw new TypeError('no worker of this program');
      return url;
    },
  });
  return new Worker(policy.createScriptURL(workerUrl), { type: 'module', name: 'face' });
}
