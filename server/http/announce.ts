import { networkInterfaces } from 'node:os';
import { renderUnicodeCompact } from 'uqr';
import type { Config } from '../config.ts';

const EVERYWHERE = new Set(['0.0.0.0', '::']);

/** Addresses under which others in the same network reach this machine. */
function networkAddresses(): string[] {
  return Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => address);
}

/** Tells the person who started the server where to play; with a QR code for friends when it is open to the network. */
export function announce(config: Config, url: string, port: number): void {
  const isOpen = EVERYWHERE.has(config.host) && config.publicUrl === null;
  const here = isOpen ? `http://localhost:${port}` : url;
  const lines = ['', `  Color Clues is ready. Play at ${here}`];
  const [friend, ...others] = isOpen ? networkAddresses().map((address) => `http://${address}:${port}`) : [];
  if (friend) {
    lines.push(`  Friends in the same network: ${[friend, ...others].join(' or ')}`, '');
    lines.push(renderUnicodeCompact(friend).replace(/^/gm, '  '));
  }
  process.stdout.write(`${lines.join('\n')}\n\n`);
}
