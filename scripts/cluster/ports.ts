import { createServer } from 'node:net';

/** Whether somebody could listen there now. Rejects with the error of the system when not. */
export async function tryPort(host: string, port: number): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once('error', reject);
    probe.listen({ host, port, exclusive: true }, resolve);
  });
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return typeof address === 'object' && address ? address.port : port;
}

/**
 * Ports of this machine that nothing listens on now, from a first one upwards: below those that the system gives to
 * outgoing connections, so that they are still free when a process is started again.
 */
export async function freePorts(count: number, first: number): Promise<number[]> {
  const found: number[] = [];
  for (let port = first; found.length < count; port++) {
    if (port > 65_535) throw new Error(`there are no ${count} free ports from ${first} on`);
    await tryPort('127.0.0.1', port).then(
      () => found.push(port),
      () => {},
    );
  }
  return found;
}
