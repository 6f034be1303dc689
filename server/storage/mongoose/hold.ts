import { setTimeout as pause } from 'node:timers/promises';
import { Held } from '../types.ts';
import { refusalsOf } from './errors.ts';
import type { HoldRow, Models } from './models.ts';
import { hasEnded, nameOfThisProcess } from './this-process.ts';

/** Who wants the store: one that is alone lets nobody else in; those that share it have one hold together. */
export type Holder = 'shared' | { readonly alone: string };

/** How often a holder says that it lives, ms. */
const BEAT_MS = 1_000;
/** A holder that says nothing for so long is gone, ms. Whoever stands in the way is watched that long. */
const GONE_MS = 3_000;
const LOOK_MS = 250;
/** What a process had sent when it was killed may be on its way into the database for so long, ms. */
const LATE_MS = 500;
/** When a look takes so long, nothing follows from what was not seen meanwhile, ms. */
const SLOW_MS = 750;

const KEY = 'hold';
const SHARED = 'shared';

/**
 * Holds the database until the returned function is called. One document names the holder and counts its beats; no two
 * clocks are ever compared. A holder that was killed is waited for, three seconds long, unless it was alone and on this machine:
 * then its process is known to have ended, and only what it had sent is waited for.
 * @param lost is called once, when this process was held up for so long that somebody else holds the database
 * @throws Held when another server uses it
 */
export async function holdDatabase(
  { holds }: Pick<Models, 'holds'>,
  holder: Holder,
  lost: () => void,
): Promise<() => Promise<void>> {
  const owner = holder === 'shared' ? SHARED : `alone:${holder.alone} ${nameOfThisProcess() ?? ''}`;
  await take(holds, owner);
  const stop = new AbortController();
  const beat = async () => {
    for (;;) {
      await pause(BEAT_MS, null, { ref: false, signal: stop.signal });
      // While the database is away nobody else can take it.
      const isOurs = await sayAlive(holds, owner).catch(() => true);
      if (!isOurs && !stop.signal.aborted) return lost();
    }
  };
  // Stopping it ends its pause with an error.
  beat().catch(() => {});
  return async () => {
    stop.abort();
    if (holder !== 'shared') await holds.deleteOne({ _id: KEY, owner });
  };
}

async function take(holds: Models['holds'], owner: string): Promise<void> {
  for (;;) {
    const held = await holds.findById<HoldRow>(KEY).lean();
    if (await (held === null ? insert(holds, owner) : join(holds, held, owner))) return;
  }
}

/** At once where the holder has this name already: whoever watches it is to see at once that it lives. */
const join = (holds: Models['holds'], held: HoldRow, owner: string): Promise<boolean> =>
  held.owner === owner ? sayAlive(holds, owner) : takeOver(holds, held, owner);

/** Counts a beat; false when somebody else holds the database, or nobody. */
async function sayAlive(holds: Models['holds'], owner: string): Promise<boolean> {
  const { matchedCount } = await holds.updateOne({ _id: KEY, owner }, { $inc: { beats: 1 } });
  return matchedCount > 0;
}

async function insert(holds: Models['holds'], owner: string): Promise<boolean> {
  try {
    await holds.insertMany([{ _id: KEY, owner, beats: 0 }], { ordered: false, lean: true });
    return true;
  } catch (error) {
    if (refusalsOf(error)?.get(0) === 'taken') return false;
    throw error;
  }
}

/** Takes the place of a holder that is gone; of several that saw it go only one does. @throws Held when it lives */
async function takeOver(holds: Models['holds'], held: HoldRow, owner: string): Promise<boolean> {
  if (hasEndedHere(held)) await pause(LATE_MS);
  else if (!(await isGone(holds, held))) return false;
  const { matchedCount } = await holds.updateOne({ ...held }, { $set: { owner } });
  return matchedCount > 0;
}

/** Whether a holder is a process of this machine that has ended. */
const hasEndedHere = ({ owner }: HoldRow): boolean => hasEnded(owner.slice(owner.indexOf(' ') + 1));

/** Watches a holder: true when it says nothing more, false when it let go or nothing follows. @throws Held when it lives */
async function isGone(holds: Models['holds'], before: HoldRow): Promise<boolean> {
  const end = performance.now() + GONE_MS;
  let isAlive = false;
  while (performance.now() < end) {
    const start = performance.now();
    await pause(LOOK_MS);
    const held = await holds.findById<HoldRow>(KEY).lean();
    if (held?.owner !== before.owner || performance.now() - start > SLOW_MS) return false;
    isAlive ||= held.beats !== before.beats;
  }
  if (isAlive) throw new Held();
  return true;
}
