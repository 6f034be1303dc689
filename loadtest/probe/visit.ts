import { seededRng } from '../../shared/core/seeded-rng.ts';
import type { WireConversation } from '../../shared/protocol/chat-wire.ts';
import { PHASES, type WireTable } from '../../shared/protocol/wire.ts';
import type { Answer, Connection } from '../client/connection.ts';
import { Guest } from '../client/guest.ts';
import { Http, RefusedError } from '../client/http.ts';
import { SECOND_GAME } from '../games/index.ts';
import { nextTurn } from '../tables/next-turn.ts';
import { seatOf } from '../tables/viewer.ts';
import type { ProbeOptions } from './options.ts';

/** What a visit consists of, in this order. */
export const STEPS = ['page', 'session', 'table', 'game', 'chat', 'leave'] as const;
export type Step = (typeof STEPS)[number];

/** A step that was done, or the one that was not, with the reason. */
export interface Done {
  readonly step: Step;
  readonly ms: number;
  /** Null when it worked. */
  readonly trouble: string | null;
}

/** Whoever asks before there is a session. */
const NOBODY = { cookie: '', address: '' };

/** One visit of somebody who plays and writes a little, as a page does it, over the public protocol. */
export class Visit {
  readonly #options: ProbeOptions;
  readonly #http: Http;
  readonly #rng = seededRng(Date.now());
  #guest: Guest | null = null;
  #table: Connection<WireTable> | null = null;
  #talk: Connection<WireConversation> | null = null;
  #asked = 0;

  constructor(options: ProbeOptions) {
    this.#options = options;
    this.#http = new Http(options.url, options.timeoutMs);
  }

  /** Does one step after the other, until one does not work. Ends within the time of the options. */
  async *run(): AsyncGenerator<Done> {
    const { timeoutMs } = this.#options;
    const end = Promise.withResolvers<never>();
    end.promise.catch(() => {});
    const timer = setTimeout(
      () => end.reject(new Error(`not done within ${timeoutMs / 1_000} s`)),
      timeoutMs,
    );
    try {
      for (const step of STEPS) {
        const startedAt = performance.now();
        const trouble = await Promise.race([this.#do(step), end.promise]).then(() => null, reasonOf);
        yield { step, ms: performance.now() - startedAt, trouble };
        if (trouble !== null) return;
      }
    } finally {
      clearTimeout(timer);
      this.#table?.close();
      this.#talk?.close();
      this.#http.close();
    }
  }

  #do(step: Step): Promise<unknown> {
    switch (step) {
      case 'page':
        return this.#http.call(NOBODY, 'GET', '/');
      case 'session':
        return this.#begin();
      case 'table':
        return this.#sit();
      case 'game':
        return this.#play();
      case 'chat':
        return this.#write();
      case 'leave':
        return this.#leave();
    }
  }

  async #begin(): Promise<void> {
    this.#guest = await Guest.arrive(this.#http, { frames: 0, bytes: 0 }, null);
  }

  /** Makes a table of its own and sits there with a bot. */
  async #sit(): Promise<void> {
    const guest = this.#guest!;
    const table = await guest.sit(await guest.makeTable(SECOND_GAME.name), true);
    this.#table = table;
    await seen(table, () => seatOf(table.state, guest.id) !== null);
    await this.#command(table, { type: 'addBot' });
    await this.#command(table, { type: 'start' });
    await seen(table, ({ phase }) => PHASES[phase] === 'playing');
  }

  /** Plays some moves, each seen at the table and followed by one of the bot, unless the game is over before. */
  async #play(): Promise<void> {
    const table = this.#table!;
    const seat = seatOf(table.state, this.#guest!.id);
    const turn = () => nextTurn(SECOND_GAME, table.state, () => table.state, this.#rng);
    const isOver = () => PHASES[table.state.phase] !== 'playing';
    for (let moves = 0; moves < this.#options.moves; moves++) {
      await seen(table, () => isOver() || turn()?.seat === seat);
      const next = isOver() ? null : turn();
      if (!next) return;
      await this.#command(table, next.command);
      await seen(table, (now) => isOver() || next.isShownIn(now));
    }
  }

  /** Writes a message, sees it, and takes it back. */
  async #write(): Promise<void> {
    const guest = this.#guest!;
    const talk = await guest.talk(await this.#lobby(guest));
    this.#talk = talk;
    // Whoever made the lobby belongs to it.
    await this.#command(talk, { type: 'join' }, 'already_member');
    const text = `probe ${Date.now()}`;
    const post = { type: 'post', text, replyTo: null, mentions: [], table: null };
    const { seq } = await this.#command(talk, post);
    await seen(talk, ({ messages }) => {
      let isThere = false;
      messages.forEach((message) => {
        isThere ||= message.text === text;
      });
      return isThere;
    });
    await this.#command(talk, { type: 'delete', target: seq });
  }

  async #lobby(guest: Guest): Promise<string> {
    const { lobby } = this.#options;
    await guest.takeName(`Probe ${guest.id.slice(-6)}`);
    return guest.makeLobby(lobby);
  }

  async #leave(): Promise<void> {
    // Whoever owns it stays its owner.
    await this.#command(this.#talk!, { type: 'leave' }, 'not_allowed');
    await this.#command(this.#table!, { type: 'leave' });
  }

  /** @param fine a refusal that is as good. @throws RefusedError */
  async #command(room: Pick<Connection<unknown>, 'ask'>, command: object, fine?: string): Promise<Answer> {
    const id = `probe-${this.#guest!.id}-${++this.#asked}`;
    const answer = await new Promise<Answer>((resolve) => room.ask('command', { id, command }, resolve));
    if (answer.code !== null && answer.code !== fine) throw new RefusedError(answer.code, 'a command');
    return answer;
  }
}

/** Resolves when somebody sees a state as it is wanted. Rejects when the connection is lost before. */
function seen<S>(room: Connection<S>, isWanted: (state: S) => boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    room.onLost = (code) => reject(new Error(`cut off with ${code}`));
    room.onState = () => {
      if (isWanted(room.state)) resolve();
    };
    room.onState(0);
  });
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
