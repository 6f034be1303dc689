import type { WireConversation } from '../../shared/protocol/chat-wire.ts';
import type { WireTable } from '../../shared/protocol/wire.ts';
import type { Connection, PlayingGuest } from '../client/connection.ts';
import { RefusedError } from '../client/http.ts';
import type { Traffic } from '../client/room.ts';
import { PlainConnection } from './plain-connection.ts';
import { PLAIN_GAMES } from './plain-games.ts';
import { PlainLobby } from './plain-lobby.ts';
import { PlainTable } from './plain-table.ts';

/** Somebody at the hand-written server: no session, no seat to ask for, no list of conversations; one socket. */
export class PlainGuest implements PlayingGuest {
  readonly id: string;
  readonly #address: string;
  readonly #traffic: Traffic;

  constructor(url: URL, traffic: Traffic, number: number) {
    this.id = `person-${number}`;
    this.#address = `ws://${url.host}`;
    this.#traffic = traffic;
  }

  async takeName(): Promise<void> {}

  async makeTable(game: string): Promise<string> {
    return `${game}/${this.id}`;
  }

  sit(code: string, wantsSeat: boolean): Promise<Connection<WireTable>> {
    const [game = ''] = code.split('/');
    return PlainConnection.open(
      `${this.#address}/tables/${code}/${this.id}/${wantsSeat ? 'play' : 'watch'}`,
      this.#traffic,
      new PlainTable(PLAIN_GAMES[game]!),
    );
  }

  async makeLobby(name: string): Promise<string> {
    return name;
  }

  talk(conversation: string): Promise<Connection<WireConversation>> {
    return PlainConnection.open(
      `${this.#address}/lobbies/${conversation}/${this.id}`,
      this.#traffic,
      new PlainLobby(),
    );
  }

  async openInbox(): Promise<null> {
    return null;
  }

  async get(path: string): Promise<never> {
    throw new RefusedError('not_found', path);
  }
}
