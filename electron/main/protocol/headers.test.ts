import { expect, it } from 'vitest';
import { headersOf } from './headers.ts';

const policyOf = (path: string): string => headersOf(path)['Content-Security-Policy'] ?? '';

it('only the face detector’s own script may compile WebAssembly', () => {
  expect(policyOf('/assets/face-worker-Ab3_x-9.js')).toContain("'wasm-unsafe-eval'");
  for (const path of ['/', '/index.html', '/assets/index-Ab3.js', '/assets/face-worker-Ab3.js/../index.html', '/face-worker-1.js', '/assets/x-face-worker-1.js', '/face/facemesh.json']) {
    expect(policyOf(path)).not.toContain('unsafe-eval');
  }
});

it('the worker gets nothing the page has not, and keeps every other header', () => {
  expect(policyOf('/assets/face-worker-1.js')).toMatch(/^default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; /);
  expect(headersOf('/assets/face-worker-1.js')).toMatchObject({ 'X-Content-Type-Options': 'nosniff', 'Cross-Origin-Embedder-Policy': 'require-corp' });
});
