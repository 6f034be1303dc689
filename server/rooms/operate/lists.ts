import { tableCodeSchema } from '../../../shared/protocol/http.ts';
import type {
  LobbyDetails,
  LobbyPage,
  LogPage,
  PersonDetails,
  TableDetails,
  TablePage,
  TableRow,
} from '../../../shared/protocol/operate-wire.ts';
import type { ConversationService } from '../chat/conversation-service.ts';
import type { People } from '../chat/people.ts';
import type { Tables } from '../tables/tables.ts';
import { namesOf } from './names-of.ts';
import type { OperatorLog, OperatorRecord } from './operator-log.ts';

/** Rows of a page. */
const PAGE = 20;
/** Of so many tables, the fullest, a search looks at the words. */
const MAX_SEARCHED = 300;
/** People that are listed of a lobby. */
const MAX_PEOPLE = 100;

/** What those say of people who know who is who. */
export interface Registry {
  /** Whose account has this name; null for nobody's. */
  holderOf(name: string): Promise<string | null>;
  /** When somebody came first, epoch ms; null when nobody has this id. */
  madeAt(person: string): Promise<number | null>;
  hasAccount(person: string): Promise<boolean>;
  sessionsOf(person: string): Promise<readonly unknown[]>;
}

export interface ListsPorts {
  readonly tables: Pick<Tables, 'every' | 'row' | 'whoIsAt' | 'mine'>;
  readonly conversations: Pick<ConversationService, 'lobbies' | 'peopleHere' | 'banned'>;
  readonly people: People;
  readonly registry: Registry;
  readonly log: OperatorLog;
}

/** What operators look up: all of it is read when it is asked for. May reject with `Unavailable`. */
export class Lists {
  readonly #ports: ListsPorts;

  constructor(ports: ListsPorts) {
    this.#ports = ports;
  }

  /** A whole code finds its table, words some of the fullest ones. */
  async tables(search: string, skip: number): Promise<TablePage> {
    const { tables } = this.#ports;
    const words = wordsOf(search);
    const code = tableCodeSchema.safeParse(search.trim().toUpperCase());
    const [exact, { tables: some, total }] = await Promise.all([
      code.success ? tables.row(code.data) : null,
      tables.every(words.length > 0 ? MAX_SEARCHED : skip + PAGE + 1),
    ]);
    if (exact) return { tables: [exact], hasMore: false, total };
    const found = some.filter((table) => hasAll(textOf(table), words)).slice(skip);
    return { tables: found.slice(0, PAGE), hasMore: found.length > PAGE, total };
  }

  /** Null when there is no such table. */
  async table(code: string): Promise<TableDetails | null> {
    const { tables, people } = this.#ports;
    const [table, here] = await Promise.all([tables.row(code), tables.whoIsAt(code)]);
    if (!table || !here) return null;
    const name = await namesOf(people, [...table.seated, ...here.people.map(({ id }) => id)]);
    const watching = here.people.filter(({ id }) => !table.seated.includes(id));
    const { seated, ...row } = table;
    return {
      table: row,
      talk: here.talk,
      seated: seated.map(name),
      watching: watching.map(({ id }) => name(id)),
    };
  }

  async lobbies(search: string, skip: number): Promise<LobbyPage> {
    const found = (await this.#ports.conversations.lobbies(search)).slice(skip);
    const lobbies = found.slice(0, PAGE).map(({ conversation, title, topic, online, activeAt }) => ({
      conversation,
      title,
      topic,
      online,
      activeAt,
    }));
    return { lobbies, hasMore: found.length > PAGE };
  }

  async lobby(conversation: string): Promise<LobbyDetails> {
    const { conversations, people } = this.#ports;
    const [here, banned] = await Promise.all([
      conversations.peopleHere(conversation, MAX_PEOPLE),
      conversations.banned(conversation),
    ]);
    return { conversation, people: here, banned: await people.byIds(banned.slice(0, MAX_PEOPLE)) };
  }

  /** By id, or by the name of an account; null when nobody is found. */
  async person(asked: string): Promise<PersonDetails | null> {
    const { registry, people, tables } = this.#ports;
    const byId = await registry.madeAt(asked);
    const id = byId === null ? await registry.holderOf(asked) : asked;
    const madeAt = id === null ? null : (byId ?? (await registry.madeAt(id)));
    if (id === null || madeAt === null) return null;
    const [[person], hasAccount, sessions, mine] = await Promise.all([
      people.byIds([id]),
      registry.hasAccount(id),
      registry.sessionsOf(id),
      tables.mine(id),
    ]);
    if (!person) return null;
    const seats = mine.map(({ code, name }) => ({ code, name }));
    return { person, hasAccount, madeAt, sessions: sessions.length, tables: seats };
  }

  /** What operators did, the latest first. */
  async log(after: { rank: number; id: string } | null): Promise<LogPage> {
    const found = [...(await this.#ports.log.list(PAGE + 1, after))];
    const page = found.slice(0, PAGE);
    const ids = page.flatMap(([, record]) => [record.by, personIn(record)]);
    const name = await namesOf(this.#ports.people, ids);
    const rows = page.map(([id, record]) => {
      const { at, by, action, why, outcome } = record;
      const person = personIn(record);
      return {
        id,
        at,
        by: by === '' ? null : name(by),
        action,
        person: person === '' ? null : name(person),
        why,
        outcome,
      };
    });
    return { rows, hasMore: found.length > PAGE };
  }
}

const personIn = ({ action }: OperatorRecord): string => ('person' in action ? action.person : '');

const wordsOf = (search: string): string[] => search.toLowerCase().split(/\s+/).filter(Boolean);
const hasAll = (text: string, words: readonly string[]): boolean =>
  words.every((word) => text.includes(word));
const textOf = ({ code, name, game, phase, visibility }: TableRow): string =>
  `${code} ${name} ${game} ${phase} ${visibility}`.toLowerCase();
