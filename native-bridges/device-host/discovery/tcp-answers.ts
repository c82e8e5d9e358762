import { connectTcp, type TcpEndpoint } from '../../transports/tcp-transport.ts';

const ANSWER_MS = 800;

/** Whether somebody listens there. The connection is given back at once. */
export async function tcpAnswers(endpoint: TcpEndpoint, signal: AbortSignal): Promise<boolean> {
  const wire = await connectTcp(endpoint, AbortSignal.any([signal, AbortSignal.timeout(ANSWER_MS)]));
  if (wire.ok) await wire.value[Symbol.asyncDispose]();
  return wire.ok;
}
