import { IncomingMessage, type ServerOptions, ServerResponse } from 'node:http';
import type { Express } from 'express';

/** Lines of a head that are the same in every answer. */
const lines = Symbol('lines');

interface Headed {
  [lines]: string;
}

/** Makes the head of an answer from its first line and its headers. It is not public, so it may be missing. */
type StoreHeader = (firstLine: string, headers: unknown) => void;

/**
 * Puts headers that never change into the head of an answer as they are, each with the end of its line: Node would check,
 * keep and check each of them again every time. `getHeader` does not know of them.
 * @returns whether it is done; an answer of another kind has no place for them
 */
export function putLines(response: ServerResponse, text: string): boolean {
  if (!(lines in response)) return false;
  (response as Headed)[lines] = text;
  return true;
}

/**
 * Has requests and answers made as this application wants them. Express changes the prototype of every one that is made
 * otherwise, and whatever looks at it from then on is a search for V8.
 * @returns for `createServer`
 */
export function requestsFor(app: Express): Pick<ServerOptions, 'IncomingMessage' | 'ServerResponse'> {
  class Asked extends IncomingMessage {}
  class Answer<R extends IncomingMessage> extends ServerResponse<R> {}
  const { _storeHeader: store } = ServerResponse.prototype as { readonly _storeHeader?: StoreHeader };
  if (store) {
    Object.assign(Answer.prototype, {
      [lines]: '',
      _storeHeader(this: Headed, firstLine: string, headers: unknown) {
        store.call(this, firstLine + this[lines], headers);
      },
    });
  }
  const { request, response } = app;
  Object.setPrototypeOf(Asked.prototype, request);
  Object.setPrototypeOf(Answer.prototype, response);
  Object.assign(app, { request: Asked.prototype, response: Answer.prototype });
  return { IncomingMessage: Asked, ServerResponse: Answer };
}
