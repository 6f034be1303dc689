import type { IncomingMessage } from 'node:http';
import { RefusedError } from './refusals.ts';

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PATCH']);
const MAX_URL = 2_048;

export interface FilterPorts {
  allowsHost(host: string | undefined): boolean;
  /** A sentence for whoever came under a name that is not allowed. */
  wordsForHost(host: string | undefined): string;
  readonly maxBytes: number;
}

/**
 * What is refused before any other code sees a request: foreign hosts (DNS rebinding, and names that break URL
 * parsers), unknown methods, strange paths, and bodies that are announced as too long or stand where none belongs.
 * @returns the refusal, or null to let it pass
 */
export function refusalOf(
  request: IncomingMessage,
  { allowsHost, wordsForHost, maxBytes }: FilterPorts,
): RefusedError | null {
  const { method = '', url = '', headers } = request;
  if (!allowsHost(headers.host)) return new RefusedError('bad_host', { detail: wordsForHost(headers.host) });
  if (!METHODS.has(method)) return new RefusedError('bad_method');
  if (!isPlainPath(url)) return new RefusedError('bad_request');
  const length = Number(headers['content-length'] ?? 0);
  if (length > maxBytes) return new RefusedError('too_large');
  const hasBody = length > 0 || headers['transfer-encoding'] !== undefined;
  const isRead = method === 'GET' || method === 'HEAD';
  if (isRead && hasBody) return new RefusedError('bad_request');
  if (!isRead && !url.startsWith('/api/')) return new RefusedError('bad_method');
  return null;
}

/** An absolute path that decodes, as browsers send it. */
function isPlainPath(url: string): boolean {
  if (!url.startsWith('/') || url.startsWith('//') || url.length > MAX_URL) return false;
  // Node lets no such character through that is not escaped.
  if (!url.includes('%')) return true;
  try {
    return !decodeURIComponent(url.split('?', 1)[0]!).includes('\0');
  } catch {
    return false;
  }
}
