import { readFileSync, readdirSync } from 'node:fs';

export type ProcessInfo = { readonly pid: number; readonly parent: number; readonly command: string };

/** Every process this user may see. */
function processes(): readonly ProcessInfo[] {
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name)).flatMap((name) => {
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
      return [{ pid: Number(name), parent, command: readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ') }];
    } catch {
      return []; // gone since the folder was listed
    }
  });
}

/** `root` and all below it. */
export function familyOf(root: number): readonly ProcessInfo[] {
  const all = processes();
  const family = all.filter((info) => info.pid === root);
  for (const member of family) family.push(...all.filter((info) => info.parent === member.pid));
  return family;
}

const KB_PER_MB = 1_024;
const field = (text: string, name: string): number | undefined => {
  const match = new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(text);
  return match === null ? undefined : Number(match[1]) / KB_PER_MB;
};

/** Proportional set size in MB (shared pages counted once over their users), and resident size, which counts them every time. */
export function memoryOf(pid: number): { readonly pssMb: number | undefined; readonly rssMb: number } {
  const rssMb = field(readFileSync(`/proc/${pid}/status`, 'utf8'), 'VmRSS') ?? 0;
  try {
    return { pssMb: field(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'), 'Pss'), rssMb };
  } catch {
    return { pssMb: undefined, rssMb }; // the sandboxed page does not let itself be read
  }
}
