import { colorClues } from '../../../shared/games/color-clues/rules.ts';
import { fourInARow } from '../../../shared/games/four-in-a-row/rules.ts';
import { tableFor } from '../../../shared/table/table.ts';
import type { ChatLog } from '../../harness/chat-client.ts';
import type { Step } from '../../harness/history.ts';
import { allRows } from '../../harness/history-entries.ts';
import {
  type ClientRecord,
  chatPicture,
  checkHistory,
  type Picture,
  type Run,
  tablePicture,
} from '../history.ts';
import type { Page } from './browser.ts';
import { type Course, NAMES, SECRETIVE } from './course.ts';
import { during, LOOK_MS } from './during.ts';
import type { World } from './world.ts';

/** How long everybody may take to be back, answered and calm after the last fault, ms of the run. */
export const PATIENCE_MS = 90_000;

const RULES = { 'color-clues': tableFor(colorClues), 'four-in-a-row': tableFor(fourInARow) };

/** Holds what everybody did and saw against what is stored. */
export async function judge(world: World, course: Course, violations: readonly string[]) {
  const { scheduler, ground } = world;
  const wrong = [...violations, ...ground.complaints];
  const streams = await streamsOf(world, course);
  const reading = async () => {
    const journal = new Map<string, Awaited<ReturnType<typeof allRows>>>();
    for (const stream of streams.values())
      journal.set(stream, await allRows(ground.store.disk.entries, stream));
    return journal;
  };
  let found: string[] = [];
  for (let left = PATIENCE_MS; violations.length === 0; left -= LOOK_MS) {
    const logs = await during(scheduler, course.logs(), PATIENCE_MS);
    if (logs === 'late') {
      wrong.push('a conversation cannot be read to its beginning');
      break;
    }
    const journal = await reading();
    const clients = world.pages.map((page) => recordOf(page, course, logs, streams));
    const readers = new Set(SECRETIVE.map((index) => NAMES[index]!));
    found = checked({ journal, clients, canaries: [{ text: course.secret, readers }] });
    // Whatever is still under way to a page is given the time that it takes.
    if (found.length === 0 || left <= 0) break;
    await scheduler.run(LOOK_MS);
  }
  const journal = await reading();
  return {
    violations: [...wrong, ...found],
    entries: [...journal.values()].reduce((sum, rows) => sum + rows.length, 0),
    acknowledged: world.pages.flatMap(({ steps }) => steps).filter(({ type }) => type === 'ok').length,
  };
}

/** A journal that cannot even be read is wrong, too. */
function checked(run: Run): string[] {
  try {
    return checkHistory(run);
  } catch (error) {
    return [(error as Error).message];
  }
}

/** Where what is done in a room is stored: by the code of a table, or the name of a conversation. */
async function streamsOf({ ground }: World, { talks }: Course): Promise<ReadonlyMap<string, string>> {
  const tables = await ground.store.disk.documents.list('table', '', { limit: 100 });
  return new Map([
    ...tables.map(({ id, body }): [string, string] => [id, `match:${JSON.parse(body).matchId}`]),
    ...talks.map(({ conversation }): [string, string] => [conversation, `chat:${conversation}`]),
  ]);
}

function recordOf(
  page: Page,
  { players }: Course,
  logs: readonly { readonly page: Page; readonly log: ChatLog }[],
  streams: ReadonlyMap<string, string>,
): ClientRecord {
  const { id } = page.visitor.person;
  const pictures: Picture[] = [];
  for (const { player, game } of players.filter((each) => each.page === page)) {
    const match = (streams.get(player.code) ?? '').slice('match:'.length);
    pictures.push(tablePicture(RULES[game] as never, match, id, player.views));
  }
  for (const { log } of logs.filter((each) => each.page === page)) pictures.push(...talkPictures(log, id));
  return {
    client: page.name,
    idPrefix: `${id}:`,
    steps: page.steps.map(storedAs(id, streams)),
    pictures,
    heard: page.heard,
  };
}

/** A talk as a page shows it. What was refused as `internal` may be there or not: nobody knew. */
function talkPictures({ conversation, messages, written, complaints }: ChatLog, person: string): Picture[] {
  const isUnsure = (text: string) => complaints.includes(`"${text}" was refused: internal`);
  const sure = complaints.filter((complaint) => !complaint.endsWith(' was refused: internal'));
  const unsure = written.filter(isUnsure);
  return [
    chatPicture(conversation, person, messages, written, unsure),
    { stream: `chat:${conversation}`, findWrong: () => sure },
  ];
}

/** A step with the names under which things are stored. `internal` says that nobody knows. */
const storedAs =
  (person: string, streams: ReadonlyMap<string, string>) =>
  (step: Step): Step => {
    const named = { stream: streams.get(step.stream) ?? step.stream, id: `${person}:${step.id}` };
    return step.type === 'refused' && step.code === 'internal'
      ? { ...named, type: 'info' }
      : { ...step, ...named };
  };
