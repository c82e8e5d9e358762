/** The least a message port must do. Implemented by the page's MessagePort, Electron's, and a pumped child process. */
export interface Port {
  /** Structured clone, never a transfer list: a transferred buffer arrives as `null` across Electron processes. */
  post(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
  /** Called once, when the other end is gone. */
  onClose(listener: () => void): void;
  close(): void;
}
