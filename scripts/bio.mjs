import { runTool } from './lib/typescript-tool.mjs';

/** `npm run bio -- COMMAND …`: the biometric engine from outside, for technicians and integrators. */
await runTool('scripts/bio-cli.ts');
