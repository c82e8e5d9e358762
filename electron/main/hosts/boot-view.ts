import type { BootView, HostStatus } from '../../contract/page.ts';
import type { WireError } from '../../core/errors/app-error.ts';

export type KeyState =
  | { readonly kind: 'opening' }
  | { readonly kind: 'passphrase'; readonly first: boolean }
  | { readonly kind: 'failed'; readonly error: WireError }
  | { readonly kind: 'open' };

/**
 * What stands before the sign-in screen. Without its store the station can't show anything else; a store that had been
 * running and is parked or restarting leaves the screen where it is, with its status.
 */
export function bootView(key: KeyState, hosts: readonly HostStatus[], storeWasReady: boolean): BootView {
  if (key.kind === 'passphrase') return { phase: 'passphrase', first: key.first };
  if (key.kind === 'failed') return { phase: 'blocked', error: key.error };
  const store = hosts.find(({ host }) => host === 'store-host');
  if (key.kind === 'opening' || store === undefined) return { phase: 'starting' };
  if (store.error !== null && (store.state === 'blocked' || !storeWasReady)) return { phase: 'blocked', error: store.error };
  return storeWasReady ? { phase: 'running', hosts } : { phase: 'starting' };
}
