import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import { RefusedError } from './refusals.ts';

/** How long a body may take to arrive, ms. */
const ARRIVE_MS = 5_000;

/**
 * Reads the JSON body of a request and counts the bytes that really come, so that a body without a length, or with a
 * wrong one, is cut off too.
 * @throws RefusedError `bad_type`, `too_large`, `too_slow` or `bad_request`
 */
export async function readJson(request: IncomingMessage, maxBytes: number): Promise<unknown> {
  const type = request.headers['content-type'] ?? '';
  const isJson = /^application\/json(?:\s*;\s*charset=utf-8)?$/i.test(type.trim());
  if (!isJson || request.headers['content-encoding'] !== undefined) throw new RefusedError('bad_type');
  const bytes = await readBytes(request, maxBytes);
  if (!isUtf8(bytes)) throw new RefusedError('bad_request');
  try {
    return JSON.parse(bytes.toString());
  } catch {
    throw new RefusedError('bad_request');
  }
}

function readBytes(request: IncomingMessage, maxBytes: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    let isWhole = false;
    const timer = setTimeout(() => stop('too_slow'), ARRIVE_MS);
    const stop = (code: string) => {
      clearTimeout(timer);
      // Every request closes in the end; an error is made only where something is missing.
      if (isWhole) return;
      request.pause();
      request.removeAllListeners('data');
      reject(new RefusedError(code));
    };
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length > maxBytes) stop('too_large');
      else chunks.push(chunk);
    });
    request.on('end', () => {
      isWhole = true;
      clearTimeout(timer);
      resolve(Buffer.concat(chunks));
    });
    request.on('error', () => stop('bad_request'));
    request.on('close', () => stop('bad_request'));
  });
}
