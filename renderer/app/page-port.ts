import type { Port } from '../../electron/contract/port.ts';

/** A browser MessagePort as the contract's Port. Closing our own end tells our own listeners too, which the browser doesn't. */
export function pagePort(port: MessagePort): Port {
  const onClose: (() => void)[] = [];
  let open = true;
  const closed = (): void => {
    if (!open) return;
    open = false;
    for (const listener of onClose) listener();
  };
  port.addEventListener('close', closed);
  return {
    post: (message) => port.postMessage(message),
    onMessage: (listener) => {
      port.addEventListener('message', (event) => listener(event.data));
      port.start();
    },
    onClose: (listener) => void onClose.push(listener),
    close: () => {
      port.close();
      closed();
    },
  };
}
