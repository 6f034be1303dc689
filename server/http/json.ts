import type { ServerResponse } from 'node:http';

/**
 * Answers with JSON, in place of what Express does for it: no answer here has an ETag, a type of its own or a format to
 * choose from, which it looks for every time.
 */
export function json<T extends ServerResponse>(this: T, body: unknown): T {
  const text = JSON.stringify(body);
  this.setHeader('Content-Type', 'application/json; charset=utf-8');
  this.setHeader('Content-Length', Buffer.byteLength(text));
  this.end(this.req.method === 'HEAD' ? undefined : text);
  return this;
}
