import { hostname } from 'node:os';
import { inUrl, isEverywhere, networkAddresses } from '../../server/http/network.ts';

/** The addresses under which people may come to a place of this machine, the best for friends first. */
export function originsOf({ host, port }: { readonly host: string; readonly port: number }): string[] {
  const own = hostname().toLowerCase();
  const names = isEverywhere({ host }) ? [...networkAddresses(), own, `${own}.local`] : [inUrl(host)];
  const all = [...names, '127.0.0.1', 'localhost', '[::1]'];
  return [...new Set(all)].map((name) => (port === 80 ? `http://${name}` : `http://${name}:${port}`));
}
