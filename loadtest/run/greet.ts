import { sentenceFor } from '../../shared/core/refusals.ts';
import { PLATFORM_REFUSALS } from '../../shared/protocol/refusals.ts';
import { Http, RefusedError } from '../client/http.ts';
import { UsageError } from './options.ts';

/** How long the first answer may take, ms. */
const PATIENCE_MS = 10_000;
/** Whoever asks only whether somebody is there: the last of the addresses that people come from. */
const NOBODY = { cookie: '', address: '10.255.255.255' };

/** Looks whether a server of the product answers at this address, before hundreds ask. @throws UsageError */
export async function greet(url: string): Promise<void> {
  const http = new Http(url, PATIENCE_MS);
  try {
    const { body } = await http.call(NOBODY, 'POST', '/api/session', {});
    if ((body as { readonly player?: unknown } | null)?.player === undefined)
      throw new UsageError(`${url} is something else: it does not speak docs/protocol.md.`);
  } catch (error) {
    throw error instanceof RefusedError ? new UsageError(sentence(url, error.code)) : error;
  } finally {
    http.close();
  }
}

function sentence(url: string, code: string): string {
  switch (code) {
    case 'no_connection':
      return `Nothing answers at ${url}. Does the server run, and is this its address?`;
    case 'no_answer':
      return `${url} gave no answer within ${PATIENCE_MS / 1_000} s.`;
    case 'bad_host':
    case 'bad_origin':
      return `The server does not know itself as ${url}. Give the address that people type: its PUBLIC_URL.`;
    default:
      if (code.startsWith('http_'))
        return `${url} is something else: it does not speak docs/protocol.md (${code.replace('_', ' ')}).`;
      return `${url} refuses: ${sentenceFor({ code }, PLATFORM_REFUSALS)} (${code})`;
  }
}
