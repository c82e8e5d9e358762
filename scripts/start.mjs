import { join } from 'node:path';
import { playDemo } from './lib/demo.mjs';
import { hasDisplay } from './lib/display.mjs';
import { REPO_DIR } from './lib/places.mjs';
import { openProgram, prepare } from './lib/prepare.mjs';
import { run } from './lib/processes.mjs';
import { runScript, say } from './lib/say.mjs';

/** `npm start`: the workstation in practice mode, with its own practice centre; without a screen the demo plays on a virtual one. */
await runScript(async (args) => {
  const runtime = await prepare({ tests: false });
  if (!hasDisplay()) {
    say('Máy không có màn hình: chạy bản trình diễn trên màn hình ảo', 'no display here: playing the demo on a virtual one');
    return playDemo({ outDir: join(REPO_DIR, 'dist/demo'), inputDir: undefined });
  }
  const { user, folder } = openProgram({ keepHome: true });
  try {
    say(`Mở trạm (Electron ${runtime.version}, chế độ tập huấn)`, 'opening the workstation in practice mode');
    return await run(runtime.executable, [folder, '--practice', ...args], { ...user.ids, env: user.env, cwd: user.home });
  } finally {
    user.close();
  }
});
