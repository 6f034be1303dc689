import { getMessageBytes, Protocol, ResponseStatus } from '@colyseus/core';
import type { Result } from '../../../shared/core/result.ts';
import type { Rejection } from '../../../shared/core/rules.ts';

/** What a client is told in answer to a request. */
export type Answer<V = unknown> = Result<V, Rejection>;

/** An answer as the framework's clients read it. @param id the request's own number */
export const answerBytes = (id: number, answer: Answer): Uint8Array =>
  answer.ok
    ? getMessageBytes[Protocol.ROOM_RESPONSE](id, ResponseStatus.OK, answer.value)
    : getMessageBytes[Protocol.ROOM_RESPONSE](id, ResponseStatus.REJECTED, answer.error);
