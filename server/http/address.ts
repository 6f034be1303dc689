import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import type { Trust } from '../start/proxies.ts';

const plain = (address: string): string => address.trim().replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, '');

/** A hop as a proxy names it. Some add the port. */
const hopIn = (text: string): string => {
  const hop = text.trim();
  return plain(/^\[(.+)\](?::\d+)?$/.exec(hop)?.[1] ?? /^([\d.]+):\d+$/.exec(hop)?.[1] ?? hop);
};

/** The first four groups of an IPv6 address: one household or one machine has all the rest. */
function network(address: string): string {
  const [head = '', tail = ''] = address.split('%', 1)[0]!.split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === '' ? [] : tail.split(':');
  const zeros = address.includes('::')
    ? Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0')
    : [];
  const groups = [...left, ...zeros, ...right].slice(0, 4);
  return `${groups.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`;
}

/** Who holds the other end of the connection itself. */
export const peerOf = ({ socket }: Pick<IncomingMessage, 'socket'>): string =>
  plain(socket.remoteAddress ?? '');

/** Whether somebody speaks for others here, and is not believed. */
export const isUnbelieved = (request: IncomingMessage, trusts: Trust): boolean =>
  request.headers['x-forwarded-for'] !== undefined && !trusts(peerOf(request));

/**
 * Who is asking, as a key for budgets: the address of the socket, or what a trusted proxy says, the hop nearest to us
 * first. Headers of anybody else are not believed.
 */
export function addressOf(request: IncomingMessage, trusts: Trust): string {
  let address = peerOf(request);
  const hops = request.headers['x-forwarded-for']?.toString().split(',') ?? [];
  // Where nobody speaks for another one it does not matter whom one would believe; to look it up takes a while.
  while (hops.length > 0 && trusts(address)) {
    const hop = hopIn(hops.pop()!);
    if (isIP(hop) === 0) break;
    address = hop;
  }
  return address.includes(':') ? network(address) : address || 'unknown';
}
