import { openHid } from '../../native-bridges/transports/hid-device.ts';

/** Run as another user: tries to open the node named on the command line and says how it went. */
const wire = await openHid(process.argv[2] ?? '');
process.stdout.write(JSON.stringify(wire.ok ? { ok: true } : wire));
if (wire.ok) await wire.value[Symbol.asyncDispose]();
