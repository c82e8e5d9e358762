import { readdirSync, readFileSync } from 'node:fs';
import { getPriority } from 'node:os';
import { expect, it } from 'vitest';
import { ImageWorkshop } from './image-workshop.ts';

/** How far each thread of this process gives way to others: 0 not at all, as Linux tells it (proc(5), `nice`). */
function niceOfThreads(): ReadonlyMap<string, number> {
  return new Map(readdirSync('/proc/self/task').map((thread) => {
    const stat = readFileSync(`/proc/self/task/${thread}/stat`, 'latin1');
    const afterName = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return [thread, Number(afterName[16])];
  }));
}

it('works on pictures in a thread that gives way to the screens, while the host itself does not', async () => {
  const before = getPriority();
  const workshop = new ImageWorkshop();
  try {
    expect((await workshop.run('slip', { parts: [], widthDots: 8 })).ok).toBe(true);
    const nice = niceOfThreads();
    expect(Math.max(...nice.values())).toBe(Math.max(before, 5));
    expect(nice.get(String(process.pid))).toBe(before);
  } finally {
    await workshop.close();
  }
});
