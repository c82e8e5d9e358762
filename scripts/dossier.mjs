import { runTool } from './lib/typescript-tool.mjs';

/** `npm run dossier -- verify FILE [--json]`: checks a sealed dossier. */
await runTool('scripts/dossier-cli.ts');
