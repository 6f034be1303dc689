import { openTables } from '../../server/rooms/tables/open-tables.ts';
import type { Storage, StoredEntry } from '../../server/storage/types.ts';
import { seededRng } from '../../shared/core/seeded-rng.ts';
import { PLAYERS } from '../harness/chaos-moves.ts';
import { allRows } from '../harness/history-entries.ts';
import { colorTable } from '../harness/scripted-table.ts';
import { until } from '../harness/until.ts';
import {
  type Canary,
  type ClientRecord,
  chatPicture,
  checkHistory,
  type Picture,
  tablePicture,
} from './history.ts';
import { Person } from './person.ts';
import { type Manner, Player } from './player.ts';
import type { Rig } from './rig.ts';
import { Talker } from './talker.ts';
import type { Visit } from './visit.ts';

/** How long everybody may take to come back, to be answered, and to calm down, ms. */
const BACK_MS = 120_000;
/** A table where nothing happens for so long, and will happen by itself, is quiet, ms. */
const QUIET_MS = 500;
const QUIET_AHEAD_MS = 2_000;
/** People who come at the same time. */
const AT_ONCE = 20;
/** Letters of canaries, which no filter reads anything into. */
const LETTERS = 'bdghjlmnqrtvwxyz';

export interface CrowdOptions extends Manner {
  readonly seed: number;
  /** Tables of four. */
  readonly tables: number;
  readonly lobbies: number;
  /** People in each lobby. */
  readonly talkers: number;
  /** The process that tables are made at, by its index; otherwise in turns. */
  readonly at?: number;
}

/** People who play and talk all the time, and know what they did and saw. */
export class Crowd {
  readonly players: readonly Player[];
  readonly talkers: readonly Talker[];
  readonly #rig: Rig;
  readonly #canaries: readonly Canary[];

  private constructor(
    rig: Rig,
    players: readonly Player[],
    talkers: readonly Talker[],
    canaries: readonly Canary[],
  ) {
    this.#rig = rig;
    this.players = players;
    this.talkers = talkers;
    this.#canaries = canaries;
  }

  /** Everybody comes and has a connection; nobody acts yet. `doors`: which way they come, if not straight. */
  static async gather(rig: Rig, options: CrowdOptions, { doors }: Pick<Rig, 'doors'> = rig): Promise<Crowd> {
    const rng = seededRng(options.seed);
    const fork = () => seededRng(rng.int(2 ** 31));
    let people = 0;
    const arrive = (home?: number) => Person.arrive(doors, ++people, home);
    const players: Player[] = [];
    const seatTable = async (index: number) => {
      const host = await arrive(options.at ?? index);
      const { code } = (await host.askPatiently('POST', '/api/tables', { visibility: 'public' })) as {
        code: string;
      };
      for (let seat = 0; seat < PLAYERS; seat++) {
        const player = new Player(seat === 0 ? host : await arrive(), code, fork(), options);
        await player.visit.begin();
        players.push(player);
      }
    };
    await forEachOf(options.tables, seatTable);
    const talkers: Talker[] = [];
    const canaries: Canary[] = [];
    for (let lobby = 0; lobby < options.lobbies; lobby++) {
      const canary = Array.from({ length: 12 }, () => rng.pick([...LETTERS])).join('');
      const here = await Promise.all(Array.from({ length: options.talkers }, () => arrive()));
      const name = `rig-${canary.slice(0, 6)}`;
      await here[0]!.askPatiently('PATCH', '/api/me', { name: nameOf(0, lobby) });
      await here[0]!.askPatiently('POST', '/api/chat/lobbies', {
        name,
        title: 'Rig',
        topic: '',
        language: '',
      });
      for (const [index, person] of here.entries()) {
        if (index > 0) await person.askPatiently('PATCH', '/api/me', { name: nameOf(index, lobby) });
        const talker = new Talker(person, `lobby-${name}`, canary, fork());
        await talker.visit.begin();
        talkers.push(talker);
      }
      canaries.push({ text: canary, readers: new Set(here.map(({ id }) => id)) });
    }
    return new Crowd(rig, players, talkers, canaries);
  }

  get visits(): readonly Visit<unknown>[] {
    return [...this.players, ...this.talkers].map(({ visit }) => visit as Visit<unknown>);
  }

  get isLive(): boolean {
    return this.visits.every(({ isLive }) => isLive);
  }

  act(): void {
    for (const each of [...this.players, ...this.talkers]) each.act();
  }

  /** Waits until everybody has a connection. @throws Error with who has none, and why */
  async allLive(): Promise<void> {
    const isOver = () => this.isLive || this.visits.some(({ final }) => final !== null);
    await until(isOver, 'everybody to be back', BACK_MS).catch(() => {});
    const without = this.visits.filter(({ isLive }) => !isLive);
    if (without.length === 0) return;
    const why = new Set(without.map(({ plan, final, trouble }) => `${plan.room}: ${final ?? trouble}`));
    throw new Error(`${without.length} people did not come back: ${[...why].join('; ')}`);
  }

  /** Lets everybody finish what they are doing, and waits until no table changes any more. */
  async rest(): Promise<void> {
    const resting = Promise.all([...this.players, ...this.talkers].map((each) => each.rest()));
    let isDone = false;
    resting.finally(() => {
      isDone = true;
    });
    await until(() => isDone, 'all answers', BACK_MS);
    await this.allLive();
    await this.#calm();
  }

  /**
   * Ends the server and holds what everybody did and saw against what is stored. @returns what is wrong, in words
   */
  async check(): Promise<string[]> {
    const shown = new Map(
      await Promise.all(this.talkers.map(async (each) => [each, await each.shown()] as const)),
    );
    const storage = await this.#rig.storage();
    try {
      const streams = await this.#streams(storage);
      const journal = new Map<string, StoredEntry[]>();
      for (const stream of new Set(streams.values()))
        journal.set(stream, await allRows(storage.entries, stream));
      const record = (visit: Visit<unknown>, pictures: readonly Picture[]): ClientRecord => ({
        client: visit.person.id,
        idPrefix: `${visit.person.id}:`,
        steps: visit.steps.map(({ room, ...step }) => ({
          ...step,
          stream: streams.get(room)!,
          id: `${visit.person.id}:${step.id}`,
        })),
        pictures,
        heard: visit.person.heard,
      });
      const players = this.players.map(({ visit, views }) => {
        const match = streams.get(visit.plan.room)!.slice('match:'.length);
        const pictures = views.length > 0 ? [tablePicture(colorTable, match, visit.person.id, views)] : [];
        return record(visit as Visit<unknown>, pictures);
      });
      const talkers = this.talkers.map((talker) => {
        const { visit, written } = talker;
        const picture = chatPicture(visit.plan.room, visit.person.id, shown.get(talker)!, written);
        return record(visit as Visit<unknown>, [picture]);
      });
      return checkHistory({ journal, clients: [...players, ...talkers], canaries: this.#canaries });
    } finally {
      await storage.close();
    }
  }

  close(): void {
    for (const visit of this.visits) visit.close();
  }

  /** The stream that each room is stored in, by the code of a table or the conversation. */
  async #streams(storage: Storage): Promise<Map<string, string>> {
    const streams = new Map(this.talkers.map(({ visit: { plan } }) => [plan.room, `chat:${plan.room}`]));
    const tables = openTables(storage.documents, 'color-clues');
    for (const code of new Set(this.players.map(({ visit }) => visit.plan.room))) {
      const setup = await tables.find(code);
      if (!setup) throw new Error(`table ${code} is not open in the store`);
      streams.set(code, `match:${setup.matchId}`);
    }
    return streams;
  }

  /** Waits until nothing happens at any table, and nothing will soon by itself. */
  async #calm(): Promise<void> {
    const end = Date.now() + BACK_MS;
    let last = '';
    for (;;) {
      const tables = this.players.map(({ table }) => table);
      const now = JSON.stringify(tables);
      const isQuiet = tables.every(
        (table) => table && (table.game?.until ?? Number.POSITIVE_INFINITY) > Date.now() + QUIET_AHEAD_MS,
      );
      if (isQuiet && now === last) return;
      if (Date.now() > end) throw new Error('tables do not come to rest');
      last = now;
      await new Promise((resolve) => setTimeout(resolve, QUIET_MS));
    }
  }
}

/** A name that nobody else has. */
const nameOf = (index: number, lobby: number): string =>
  `Talker ${[lobby, index].map((n) => String.fromCharCode(65 + n)).join('')}`;

/** Does something for 0, 1, 2…, several at a time. */
async function forEachOf(count: number, act: (index: number) => Promise<void>): Promise<void> {
  let next = 0;
  const lane = async () => {
    for (let index = next++; index < count; index = next++) await act(index);
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, count) }, lane));
}
