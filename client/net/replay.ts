import './no-eval.ts';
import { err, ok, type Result } from '../../shared/core/result.ts';
import { type ReadReplayPage, replayPageSchema } from '../../shared/protocol/replay.ts';
import { callAsMe } from './api.ts';
import { said } from './said.ts';
import type { Refusal } from './types.ts';

/** A page of a finished game; `number` is null for the one that was finished last. */
export async function replayPage(
  match: string,
  number: number | null,
  after: number | null,
): Promise<Result<ReadReplayPage, Refusal>> {
  const query = after === null ? '' : `?after=${after}`;
  const answer = await callAsMe<unknown>('GET', `/api/replays/${match}/${number ?? 'last'}${query}`);
  if (!answer.ok) return answer;
  const page = replayPageSchema.safeParse(answer.value);
  return page.success ? ok(page.data) : err(said('outdated'));
}
