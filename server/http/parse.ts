import type { Request } from 'express';
import type { z } from 'zod';
import type { Result } from '../../shared/core/result.ts';
import type { Rejection } from '../../shared/core/rules.ts';
import { PROTOCOL_VERSION } from '../../shared/protocol/version.ts';
import { RefusedError } from './refusals.ts';

/** A body of the right shape. @throws RefusedError `bad_request` */
export function parse<Z extends z.ZodType>(schema: Z, body: unknown): z.output<Z> {
  const parsed = schema.safeParse(body);
  if (!parsed.success) throw new RefusedError('bad_request');
  return parsed.data;
}

/** What was asked for. @throws RefusedError for a rejection */
export function unwrap<T>(result: Result<T, Rejection>): T {
  if (!result.ok) throw RefusedError.from(result.error);
  return result.value;
}

/** Finds the version that both sides speak. @throws RefusedError `outdated` when there is none */
export function speaks([oldest, newest]: readonly [number, number]): number {
  if (newest < PROTOCOL_VERSION || oldest > PROTOCOL_VERSION) throw new RefusedError('outdated');
  return PROTOCOL_VERSION;
}

/** What stands after the question mark of an address. */
export const queryOf = (request: Request): URLSearchParams =>
  new URL(request.url, 'http://localhost').searchParams;

/** A whole number of at most ten digits, or null. */
export const numberOf = (text: string | null): number | null =>
  text !== null && /^\d{1,10}$/.test(text) ? Number(text) : null;
