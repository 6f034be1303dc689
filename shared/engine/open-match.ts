import type { MatchId } from '../core/ids.ts';
import { err, ok, type Result } from '../core/result.ts';
import type { Decider, Rejection } from '../core/rules.ts';
import { Mailbox } from './mailbox.ts';
import type { Match, MatchHooks, MatchPorts } from './match.ts';
import { goingOnFrom } from './match-time.ts';
import type { Entry, Snapshot } from './ports.ts';
import { RecentIds } from './recent-ids.ts';
import { fold } from './replay.ts';

/**
 * Opens a match: reads its entries after the last snapshot, folds them, arms its clock. Refused as `unavailable` when
 * the journal cannot be read, as `newer` when this program is too old for it, as `internal` when something throws. A match without entries starts in `rules.initial`.
 */
export async function openMatch<S, C extends { readonly type: string }, E>(
  rules: Decider<S, C, E>,
  id: MatchId,
  ports: MatchPorts<S, E>,
  hooks: MatchHooks<S, E>,
): Promise<Result<Match<S, C>, Rejection>> {
  const recent = new RecentIds();
  let seq = 0;
  let at: number | null = null;
  try {
    let state = rules.initial;
    const kept = await keptFold(id, ports);
    if (kept) ({ seq, state, at } = kept);
    for (;;) {
      const page = await ports.journal.read(id, seq);
      if (!page.ok) return err({ code: page.error.kind });
      const last = page.value.at(-1);
      if (!last) {
        const since = Math.max(at ?? 0, ports.leftAt ?? 0);
        const clock = ports.hasOwnTime && at !== null ? goingOnFrom(ports.clock, since) : ports.clock;
        return ok(new Mailbox(rules, id, { ...ports, clock }, hooks, { seq, state }, recent));
      }
      state = fold(rules, state, page.value);
      ({ seq, at } = last);
      for (const entry of page.value) recent.add(entry);
    }
  } catch (error) {
    ports.log.error({ err: error, matchId: id, seq }, 'match not opened');
    return err({ code: 'internal' });
  }
}

/** The last snapshot, if its entry is there: a copy of a store may hold more of the fold than of the stream. */
async function keptFold<S, E>(
  id: MatchId,
  { snapshots, journal }: MatchPorts<S, E>,
): Promise<(Snapshot<S> & Pick<Entry<E>, 'at'>) | null> {
  const snapshot = await snapshots?.load(id);
  if (!snapshot) return null;
  const page = await journal.read(id, snapshot.seq - 1);
  const entry = page.ok ? page.value[0] : undefined;
  return entry?.seq === snapshot.seq ? { ...snapshot, at: entry.at } : null;
}
