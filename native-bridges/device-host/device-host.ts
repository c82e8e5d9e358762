import { runHost } from '../kit/parent-link.ts';
import { DeviceDesk } from './device-desk.ts';

const desk = new DeviceDesk();

runHost({
  async start(init) {
    if (init.host !== 'device-host') throw new TypeError('not meant for this host');
    return desk.start(init);
  },
  connect(port, meta) {
    if (meta.peer === 'store-host') desk.serveStore(port);
    else if (meta.peer === 'page') desk.servePage(port, meta.window);
    else port.close();
  },
  onPower: (event) => desk.power(event),
  stop: () => desk.stop(),
});
