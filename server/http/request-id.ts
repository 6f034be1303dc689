import type { ServerResponse } from 'node:http';
import { nanoid } from 'nanoid';

const HEADER = 'X-Request-Id';
const LENGTH = 12;

/** Gives a request its id, by which it is found in the log again. Whoever asked reads it in this header. */
export const nameRequest = (response: ServerResponse): void =>
  void response.setHeader(HEADER, nanoid(LENGTH));

/** The id of the request that is answered here. */
export const requestIdOf = (response: ServerResponse): string => String(response.getHeader(HEADER) ?? '');
