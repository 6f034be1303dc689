import { networkInterfaces } from 'node:os';
import type { Config } from '../config.ts';

const EVERYWHERE = new Set(['0.0.0.0', '::']);
const LOOPBACK = /^(?:localhost|127(?:\.\d+){3}|\[?::1\]?)$/i;
/** Networks between this machine and its containers: no friend is there. */
const INSIDE = /^(?:docker|br-|veth|virbr|vmnet|vboxnet)/;

/** An address as it stands in a URL. */
export const inUrl = (address: string): string => (address.includes(':') ? `[${address}]` : address);

/** Whether the server listens on every address of this machine. */
export const isEverywhere = ({ host }: Pick<Config, 'host'>): boolean => EVERYWHERE.has(host);

/** Whether only this machine reaches a name. */
export const isLoopback = (hostname: string): boolean => LOOPBACK.test(hostname);

/** Addresses under which others in the same network reach this machine, the likeliest first. */
export function networkAddresses(): string[] {
  const all = Object.entries(networkInterfaces()).flatMap(([name, list]) =>
    (list ?? [])
      .filter(({ family, internal }) => family === 'IPv4' && !internal)
      .map(({ address }) => ({ address, isInside: INSIDE.test(name) })),
  );
  return all.sort((a, b) => Number(a.isInside) - Number(b.isInside)).map(({ address }) => address);
}

/**
 * Where friends reach the server, for links; null when only this machine does.
 * @param port the one that is really listened on
 */
export function friendsOrigin(config: Pick<Config, 'host' | 'publicUrl'>, port: number): string | null {
  if (config.publicUrl !== null) return config.publicUrl;
  const host = isEverywhere(config) ? networkAddresses()[0] : config.host;
  if (host === undefined || isLoopback(host)) return null;
  return port === 80 ? `http://${inUrl(host)}` : `http://${inUrl(host)}:${port}`;
}
