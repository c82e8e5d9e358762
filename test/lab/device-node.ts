import { watch } from 'node:fs';
import { readdir } from 'node:fs/promises';

/** Waits for a node of /dev to come or go; devtmpfs tells every change. */
export function nodeThat(fits: (name: string) => boolean, how: 'is-there' | 'is-gone'): Promise<string> {
  return new Promise((resolve) => {
    const watcher = watch('/dev', () => void look());
    const look = async (): Promise<void> => {
      const found = (await readdir('/dev')).find(fits);
      if ((found !== undefined) !== (how === 'is-there')) return;
      watcher.close();
      resolve(found ?? '');
    };
    void look();
  });
}
