import { IncomingMessage, type ServerOptions, ServerResponse } from 'node:http';
import type { Express } from 'express';

/**
 * Has requests and answers made as this application wants them. Express changes the prototype of every one that is made
 * otherwise, and whatever looks at it from then on is a search for V8.
 * @returns for `createServer`
 */
export function requestsFor(app: Express): Pick<ServerOptions, 'IncomingMessage' | 'ServerResponse'> {
  class Asked extends IncomingMessage {}
  class Answer<R extends IncomingMessage> extends ServerResponse<R> {}
  const { request, response } = app;
  Object.setPrototypeOf(Asked.prototype, request);
  Object.setPrototypeOf(Answer.prototype, response);
  Object.assign(app, { request: Asked.prototype, response: Answer.prototype });
  return { IncomingMessage: Asked, ServerResponse: Answer };
}
