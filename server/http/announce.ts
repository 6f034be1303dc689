import { renderUnicodeCompact } from 'uqr';
import type { Config } from '../config.ts';
import { isEverywhere, networkAddresses } from './network.ts';

/** Tells the person who started the server where to play; with a QR code for friends when it is open to the network. */
export function announce(config: Pick<Config, 'host' | 'publicUrl'>, url: string, port: number): void {
  const isOpen = isEverywhere(config) && config.publicUrl === null;
  const here = isOpen ? `http://localhost:${port}` : url;
  const lines = ['', `  Color Clues is ready. Play at ${here}`];
  const [friend, ...others] = isOpen ? networkAddresses().map((address) => `http://${address}:${port}`) : [];
  if (friend) {
    lines.push(`  Friends in the same network: ${[friend, ...others].join(' or ')}`, '');
    lines.push(renderUnicodeCompact(friend).replace(/^/gm, '  '));
  }
  process.stdout.write(`${lines.join('\n')}\n\n`);
}
