import type { StoredEntry } from '../../server/storage/types.ts';

/**
 * What a client did and heard, in its order. `invoke`: a command was sent, for the first time or again; then one of `ok`
 * (acknowledged as entry `seq`), `refused`, or `info` (nobody knows).
 */
export type Step = { readonly stream: string; readonly id: string } & (
  | { readonly type: 'invoke' }
  | { readonly type: 'ok'; readonly seq: number }
  | { readonly type: 'refused'; readonly code: string }
  | { readonly type: 'info' }
);

/** Everything of one client; ids of commands as they are stored. */
export interface ClientHistory {
  readonly client: string;
  /** What begins the ids of all commands of this client's person. */
  readonly idPrefix: string;
  readonly steps: readonly Step[];
}

const PASSING = ['unavailable', 'busy', 'moved', 'rate_limited', 'too_fast', 'slow_mode'];

/** Whether a refusal is about the moment and says nothing about the command: it is sent again. */
export const isPassing = (code: string): boolean => PASSING.includes(code);

/**
 * Compares what clients were told with what is stored, stream by stream: every acknowledged command once and where it was
 * said to be, no refused one, nothing twice, nothing that nobody asked for, in the order of each client, without holes.
 * @returns what is wrong, in words
 */
export function findViolations(
  streams: ReadonlyMap<string, readonly StoredEntry[]>,
  histories: readonly ClientHistory[],
): string[] {
  const wrong = [...streams].flatMap(([stream, entries]) => inStream(stream, entries));
  for (const history of histories) {
    for (const stream of new Set(history.steps.map((step) => step.stream))) {
      wrong.push(...ofClient(history, stream, streams.get(stream) ?? []));
    }
    wrong.push(...notAskedFor(history, streams));
  }
  return wrong;
}

/** Numbers 1, 2, 3… and each command once. */
function inStream(stream: string, entries: readonly StoredEntry[]): string[] {
  const wrong: string[] = [];
  const ids = new Map<string, number>();
  entries.forEach(({ seq, commandId }, index) => {
    if (seq !== index + 1) wrong.push(`${stream}: entry ${seq} in place ${index + 1}`);
    const before = ids.get(commandId);
    if (before !== undefined) wrong.push(`${stream}: doubled: ${commandId} is entry ${before} and ${seq}`);
    ids.set(commandId, seq);
  });
  return wrong;
}

function ofClient(
  { client, steps }: ClientHistory,
  stream: string,
  entries: readonly StoredEntry[],
): string[] {
  const wrong: string[] = [];
  const places = new Map(entries.map(({ commandId, seq }) => [commandId, seq]));
  const say = (text: string) => wrong.push(`${stream}, ${client}: ${text}`);
  const last = new Map<string, Step>();
  /** The highest entry that this client knew of. */
  let known = 0;
  for (const step of steps.filter((each) => each.stream === stream)) {
    const place = places.get(step.id);
    if (step.type === 'invoke' && !last.has(step.id) && place !== undefined && place <= known) {
      say(`reordered: ${step.id} is entry ${place}, though it was sent after ${known} was acknowledged`);
    }
    if (step.type === 'ok') {
      known = Math.max(known, step.seq);
      if (place === undefined) say(`lost: ${step.id} was acknowledged as entry ${step.seq}`);
      else if (place !== step.seq) say(`${step.id} is entry ${place}, but was acknowledged as ${step.seq}`);
    }
    if (step.type === 'refused' && !isPassing(step.code) && place !== undefined) {
      say(`${step.id} was refused as ${step.code}, but is entry ${place}`);
    }
    last.set(step.id, step);
  }
  for (const step of last.values()) {
    const place = places.get(step.id);
    if (step.type === 'refused' && isPassing(step.code) && place !== undefined) {
      say(`${step.id} was given up as ${step.code}, but is entry ${place}`);
    }
  }
  return wrong;
}

/** Entries under a person's name that this person never sent. */
function notAskedFor(
  { client, idPrefix, steps }: ClientHistory,
  streams: ReadonlyMap<string, readonly StoredEntry[]>,
): string[] {
  const invoked = new Set(steps.map(({ id }) => id));
  return [...streams].flatMap(([stream, entries]) =>
    entries
      .filter(({ commandId }) => commandId.startsWith(idPrefix) && !invoked.has(commandId))
      .map(({ seq, commandId }) => `${stream}, ${client}: entry ${seq} (${commandId}) was never asked for`),
  );
}
