import { contextBridge, ipcRenderer } from 'electron';
import type { AppInfo, BootView, CitizenBridge, StationBridge } from '../contract/page.ts';

/**
 * The page's whole view of the program. It runs before the page's scripts, asks main by name, hands ports over to the
 * page and keeps nothing.
 */
const INFO = '--station-info=';
const FOR_CITIZEN = '--station-window=citizen';

// Only the window's own top frame talks to the station; a frame inside it gets an empty world.
if (window.top === window && window.location.protocol === 'app:' && window.location.host === 'station') {
  const base: CitizenBridge = { info: infoFromCommandLine(), connect: (host) => ipcRenderer.invoke('station:connect', host) };
  const bridge: StationBridge = {
    ...base,
    boot: () => ipcRenderer.invoke('station:boot'),
    onBoot(listener) {
      const hear = (_event: unknown, view: BootView): void => listener(view);
      ipcRenderer.on('station:boot', hear);
      return () => void ipcRenderer.off('station:boot', hear);
    },
    submitPassphrase: (passphrase) => ipcRenderer.invoke('station:submit-passphrase', passphrase),
    restartHost: (host) => ipcRenderer.invoke('station:restart-host', host),
    quit: () => ipcRenderer.invoke('station:quit'),
    citizenWindow: (open) => ipcRenderer.invoke('station:citizen-window', open),
    saveBundle: (bundle) => ipcRenderer.invoke('station:save-bundle', bundle),
  };
  contextBridge.exposeInMainWorld('station', process.argv.includes(FOR_CITIZEN) ? base : bridge);
  ipcRenderer.on('station:port', (event, { host, generation }: { host: string; generation: number }) => {
    window.postMessage({ type: 'station-port', host, generation }, window.location.origin, event.ports);
  });
}

function infoFromCommandLine(): AppInfo {
  const coded = process.argv.find((arg) => arg.startsWith(INFO))?.slice(INFO.length) ?? '';
  const bytes = Uint8Array.from(atob(coded), (letter) => letter.charCodeAt(0));
  return JSON.parse(new TextDecoder().decode(bytes)) as AppInfo;
}
