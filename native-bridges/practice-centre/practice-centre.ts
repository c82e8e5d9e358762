import { practiceContract, type PracticeContract } from '../../electron/contract/practice.ts';
import type { Handlers } from '../../electron/contract/call.ts';
import { giveWay } from '../kit/give-way.ts';
import { runHost } from '../kit/parent-link.ts';
import { serve } from '../kit/serve.ts';
import { CentreServer } from './centre-server.ts';

let centre: CentreServer | undefined;

const handlers: Handlers<PracticeContract, CentreServer> = {
  'practice.set-fault': (fault, at) => {
    at.setFault(fault);
    return {};
  },
  'practice.view': (_input, at) => at.view(),
};

runHost({
  async start(init) {
    if (init.host !== 'practice-centre') throw new TypeError('started as another host');
    giveWay();
    centre = await CentreServer.start(init);
    return { url: centre.url, citizens: centre.citizens };
  },
  /** Main may make the outside world misbehave; nobody else has business here. */
  connect(port, meta) {
    if (centre === undefined || meta.peer !== 'main') return port.close();
    serve({ contract: practiceContract, handlers, authorise: () => undefined }, port, centre);
  },
  async stop() {
    await centre?.close();
  },
});
