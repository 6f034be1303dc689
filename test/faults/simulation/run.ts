import { seededRng } from '../../../shared/core/seeded-rng.ts';
import { colorClues } from '../../../shared/games/color-clues/rules.ts';
import { fourInARow } from '../../../shared/games/four-in-a-row/rules.ts';
import { tableFor } from '../../../shared/table/table.ts';
import type { ChatClient, ChatLog } from '../../harness/chat-client.ts';
import type { Step } from '../../harness/history.ts';
import { allRows } from '../../harness/history-entries.ts';
import { type ClientRecord, chatPicture, checkHistory, type Picture, tablePicture } from '../history.ts';
import type { Page } from './browser.ts';
import { planFaults, type Strike } from './faults.ts';
import { simulate } from './globals.ts';
import { Player } from './player.ts';
import type { PageModules, ServerModules } from './realms.ts';
import { Scheduler } from './scheduler.ts';
import { PROCESSES, World } from './world.ts';

/** What became of one seed. */
export interface Outcome {
  readonly seed: number;
  /** What is wrong, in words. */
  readonly violations: readonly string[];
  /** A name for everything that happened: the same whenever this seed is run. */
  readonly digest: string;
  /** Entries that were stored. */
  readonly entries: number;
  /** Commands that were acknowledged. */
  readonly acknowledged: number;
  /** How long it took, in its own time. */
  readonly virtualMs: number;
  /** What went wrong on the way, in order. */
  readonly faults: readonly string[];
}

/** The modules that runs take turns with. */
export interface Realms {
  readonly servers: readonly ServerModules[];
  readonly pages: readonly PageModules[];
}

/** Who takes part: three at a table of Color Clues, two at one of Four in a Row, and a talk that is only theirs. */
export const NAMES = ['Ana', 'Ben', 'Cleo', 'Dora', 'Emil'];
const TABLES = [
  { game: 'color-clues', people: [0, 1, 2] },
  { game: 'four-in-a-row', people: [3, 4] },
] as const;
const LOBBY = 'lobby-lobby';
const LOBBY_PEOPLE = [1, 3, 4];
const SECRETIVE = [3, 4];

/** How long everybody may take to be back, answered and calm after the last fault, ms of the run. */
const PATIENCE_MS = 90_000;
const LOOK_MS = 200;
/** How long people act after the last fault has begun, ms. */
const AFTERWARDS_MS = 3_000;

const RULES = { 'color-clues': tableFor(colorClues), 'four-in-a-row': tableFor(fourInARow) };

/** Everything of a run but its end. */
class Course {
  readonly #world: World;
  readonly #modules: readonly PageModules[];
  readonly players: { readonly page: Page; readonly player: Player; readonly game: keyof typeof RULES }[] =
    [];
  readonly talks: { readonly page: Page; readonly conversation: string; readonly client: ChatClient }[] = [];
  readonly secret: string;

  constructor(world: World, modules: readonly PageModules[]) {
    this.#world = world;
    this.#modules = modules;
    this.secret = `secret${world.scheduler.world.rng.int(2 ** 31)}`;
  }

  /** Does something as somebody's page; resolves to what came of it. */
  as<T>(index: number, act: (page: Page, modules: PageModules) => T | Promise<T>): Promise<T> {
    const page = this.#world.pages[index]!;
    return new Promise((resolve, reject) => {
      this.#world.scheduler.after(page, 0, () => {
        Promise.resolve()
          .then(() => act(page, this.#modules[index]!))
          .then(resolve, reject);
      });
    });
  }

  /** Everybody takes their place. */
  async begin(): Promise<void> {
    for (const { game, people } of TABLES) {
      const made = await this.as(people[0], async (_, { api }) =>
        api.createTable({ game, visibility: 'public' }),
      );
      if (!made.ok) throw new Error(`no table: ${made.error.code}`);
      for (const index of people) {
        await this.as(index, (page, modules) => {
          modules.api.wantSeat(made.value.code);
          const player = new Player(modules, made.value.code, game, seededRng(page.rng.int(2 ** 31)));
          this.players.push({ page, player, game });
        });
      }
    }
    const direct = await this.#secretTalk();
    for (const index of LOBBY_PEOPLE) await this.#chat(index, LOBBY, NAMES[index]!);
    for (const index of SECRETIVE) await this.#chat(index, direct, `${this.secret} ${NAMES[index]}`);
  }

  async #secretTalk(): Promise<string> {
    const [from, to] = SECRETIVE as [number, number];
    const person = this.#world.pages[to]!.visitor.person.id;
    const made = await this.as(from, async (_, { callAsMe }) =>
      callAsMe<{ conversation: string }>('POST', '/api/chat/direct', { person }),
    );
    if (!made.ok) throw new Error(`no talk: ${made.error.code}`);
    const { conversation } = made.value;
    const answered = await this.as(to, async (_, { callAsMe }) =>
      callAsMe('POST', `/api/chat/${conversation}/answer`, { answer: 'accept' }),
    );
    if (!answered.ok) throw new Error(`no talk: ${answered.error.code}`);
    return conversation;
  }

  #chat(index: number, conversation: string, name: string): Promise<void> {
    return this.as(index, (page, { ChatClient: Client }) => {
      const client = new Client(conversation, name, seededRng(page.rng.int(2 ** 31)), () => {});
      client.act();
      this.talks.push({ page, conversation, client });
    });
  }

  /** Everybody stops and finishes what is under way. */
  async rest(): Promise<void> {
    const index = (page: Page) => this.#world.pages.indexOf(page);
    await Promise.all([
      ...this.players.map(({ page, player }) => this.as(index(page), () => player.rest())),
      ...this.talks.map(({ page, client }) => this.as(index(page), () => client.rest())),
    ]);
  }

  async logs(): Promise<readonly { readonly page: Page; readonly log: ChatLog }[]> {
    const index = (page: Page) => this.#world.pages.indexOf(page);
    return Promise.all(
      this.talks.map(async ({ page, client }) => ({
        page,
        log: await this.as(index(page), () => client.log()),
      })),
    );
  }
}

/** Lets time pass until a promise is settled; what it came to, or `late`. */
async function during<T>(scheduler: Scheduler, promise: Promise<T>, ms: number): Promise<T | 'late'> {
  let outcome: { readonly value: T } | { readonly error: unknown } | null = null;
  promise.then(
    (value) => {
      outcome = { value };
    },
    (error: unknown) => {
      outcome = { error };
    },
  );
  for (let left = ms; left > 0 && outcome === null; left -= LOOK_MS) await scheduler.run(LOOK_MS);
  const found = outcome as { readonly value: T } | { readonly error: unknown } | null;
  if (found === null) return 'late';
  if ('error' in found) throw found.error;
  return found.value;
}

/** Runs one seed. @param print is given every line of the trace */
export async function runSeed(
  seed: number,
  realms: Realms,
  print: ((line: string) => void) | null = null,
): Promise<Outcome> {
  const scheduler = new Scheduler(seed, print);
  simulate(scheduler);
  try {
    const world = await World.open(scheduler, NAMES, realms.servers);
    const course = new Course(world, realms.pages);
    const plan: Strike[] = [];
    const violations = await courseOf(world, course, plan);
    const judged = await judge(world, course, violations);
    const faults = plan.map(({ fault }) => (fault.type === 'store' ? `store ${fault.mood}` : fault.type));
    return { seed, ...judged, digest: scheduler.digest(), virtualMs: scheduler.now, faults };
  } finally {
    for (const { forgetSession } of realms.pages) forgetSession();
    simulate(null);
  }
}

/** A run from its beginning to where all have come to rest. */
async function courseOf(world: World, course: Course, plan: Strike[]): Promise<string[]> {
  const { scheduler } = world;
  await scheduler.run(1_500);
  if ((await during(scheduler, course.begin(), 10_000)) === 'late') return ['nobody could begin'];
  await scheduler.run(1_000);
  plan.push(...planFaults(scheduler.world.rng, PROCESSES, NAMES.length));
  for (const strike of plan) scheduler.after(scheduler.world, strike.atMs, () => world.strike(strike));
  const lastMs = Math.max(...plan.map(({ atMs }) => atMs));
  const healedMs = Math.max(...plan.map(({ atMs, forMs }) => atMs + forMs));
  await scheduler.run(lastMs + AFTERWARDS_MS);
  const rest = course.rest();
  const isLate = (await during(scheduler, rest, healedMs - lastMs + PATIENCE_MS)) === 'late';
  return isLate ? ['somebody waits for an answer, or for a connection, long after the last fault'] : [];
}

/** Holds what everybody did and saw against what is stored. */
async function judge(world: World, course: Course, violations: readonly string[]) {
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
    found = checkHistory({ journal, clients, canaries: [{ text: course.secret, readers }] });
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
