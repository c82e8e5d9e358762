/**
 * What the page may do. Everything comes from the program itself; scripts can't be made from strings. The one Trusted
 * Types policy, `station`, exists for the URLs of bundled workers.
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' blob:", "font-src 'self'", "connect-src 'self'",
  "media-src 'self' blob:", "worker-src 'self'", "base-uri 'none'", "form-action 'none'", "frame-src 'none'", "frame-ancestors 'none'",
  "object-src 'none'", "require-trusted-types-for 'script'", 'trusted-types station',
].join('; ');

/**
 * What the face detector's worker may do: nothing but its own script, its models, and compiling WebAssembly, which the page
 * itself may not. A worker obeys the policy that its own script came with.
 */
const FACE_WORKER_POLICY = ["default-src 'none'", "script-src 'self' 'wasm-unsafe-eval'", "connect-src 'self'", "require-trusted-types-for 'script'", "trusted-types 'none'"].join('; ');
const FACE_WORKER = /^\/assets\/face-worker-[\w-]+\.js$/;

/** Sent with every answer of app://station, also with a 404. */
export const SECURITY_HEADERS = {
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
} as const;

/** The headers of one path under app://station. */
export const headersOf = (pathname: string): Readonly<Record<string, string>> =>
  FACE_WORKER.test(pathname) ? { ...SECURITY_HEADERS, 'Content-Security-Policy': FACE_WORKER_POLICY } : SECURITY_HEADERS;
