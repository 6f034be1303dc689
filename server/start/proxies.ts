import { isIP } from 'node:net';
import { LRUCache } from 'lru-cache';
import proxyaddr from 'proxy-addr';
import { err, ok, type Result } from '../../shared/core/result.ts';

/** Whether the word of this address about who is asking is believed. */
export type Trust = (address: string) => boolean;

/** Names of ranges, as `proxy-addr` knows them. */
const NAMED: Readonly<Record<string, readonly string[]>> = {
  loopback: ['127.0.0.0/8', '::1'],
  linklocal: ['169.254.0.0/16', 'fe80::/10'],
  uniquelocal: ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7'],
};
const RANGES = Object.keys(NAMED);
/** Addresses whose answer is remembered: to read one takes longer than most requests do otherwise. */
const KNOWN = 1_000;
const WORDS = `must be addresses, ranges such as 10.0.0.0/8, or ${RANGES.join(', ')}`;

/** Addresses and ranges of a list of proxies, for programs that do not know the names. */
export const rangesIn = (proxies: readonly string[]): string[] =>
  proxies.flatMap((each) => NAMED[each] ?? [each]);

/** Reads a list of proxies. The error says what is not understood. */
export function trustIn(proxies: readonly string[]): Result<Trust, string> {
  // `proxy-addr` takes "1" for an address, too.
  const strange = proxies.find((each) => !RANGES.includes(each) && isIP(each.split('/', 1)[0]!) === 0);
  if (strange !== undefined) return err(`"${strange}" is not understood; it ${WORDS}`);
  try {
    const trusts = proxyaddr.compile([...proxies]);
    const known = new LRUCache<string, boolean>({
      maxSize: KNOWN,
      sizeCalculation: () => 1,
      memoMethod: (address) => isIP(address) !== 0 && trusts(address, 0),
    });
    return ok((address) => known.memo(address));
  } catch (error) {
    return err(`${(error as Error).message}; it ${WORDS}`);
  }
}
