import { seededRng } from '../../../shared/core/seeded-rng.ts';
import type { ChatClient, ChatLog } from '../../harness/chat-client.ts';
import type { Page } from './browser.ts';
import { Player } from './player.ts';
import type { PageModules } from './realms.ts';
import type { World } from './world.ts';

/** Who takes part: three at a table of Color Clues, two at one of Four in a Row, and a talk that is only theirs. */
export const NAMES = ['Ana', 'Ben', 'Cleo', 'Dora', 'Emil'];
/** The two who have a talk of their own. */
export const SECRETIVE = [3, 4];
const TABLES = [
  { game: 'color-clues', people: [0, 1, 2] },
  { game: 'four-in-a-row', people: [3, 4] },
] as const;
const LOBBY = 'lobby-lobby';
const LOBBY_PEOPLE = [1, 3, 4];

/** What people do in a run. */
export class Course {
  readonly #world: World;
  readonly #modules: readonly PageModules[];
  readonly players: {
    readonly page: Page;
    readonly player: Player;
    readonly game: (typeof TABLES)[number]['game'];
  }[] = [];
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
