import type { IncomingMessage } from 'node:http';
import { isIPv4, isIPv6 } from 'node:net';

const plain = (address: string): string => address.trim().replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, '');

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

/**
 * Who is asking, as a key for budgets: the address of the socket, or what a trusted proxy says, the hop nearest to us
 * first. Headers of anybody else are not believed.
 */
export function addressOf(request: IncomingMessage, trustedProxies: readonly string[]): string {
  let address = plain(request.socket.remoteAddress ?? '');
  const hops = String(request.headers['x-forwarded-for'] ?? '').split(',');
  while (trustedProxies.includes(address) && hops.length > 0) {
    const hop = plain(hops.pop()!);
    if (!isIPv4(hop) && !isIPv6(hop)) break;
    address = hop;
  }
  return isIPv6(address) ? network(address) : address || 'unknown';
}
