import type { WireConversation, WireInbox } from '../../shared/protocol/chat-wire.ts';
import { PROTOCOL_VERSION } from '../../shared/protocol/version.ts';
import type { WireTable } from '../../shared/protocol/wire.ts';
import type { PlayingGuest } from './connection.ts';
import { type Asker, type Http, RefusedError } from './http.ts';
import { type Reservation, Room, type Traffic } from './room.ts';

/** Every client speaks the newest version only: a load test travels with the server it is made for. */
const PROTOCOL = [PROTOCOL_VERSION, PROTOCOL_VERSION];
/** Addresses that stand for people behind a trusted proxy: 10.0.0.0/8. */
const ADDRESSES = 2 ** 24;

/** What one's own session says of oneself. */
interface Player {
  readonly id: string;
  readonly name: string;
}

/** Somebody with a browser, from the first request on: a guest with a cookie and an address of their own. */
export class Guest implements Asker, PlayingGuest {
  readonly cookie: string;
  readonly address: string;
  readonly id: string;
  readonly #http: Http;
  readonly #traffic: Traffic;

  private constructor(http: Http, traffic: Traffic, address: string, cookie: string, player: Player) {
    this.#http = http;
    this.#traffic = traffic;
    this.address = address;
    this.cookie = cookie;
    this.id = player.id;
  }

  /**
   * Comes to the server for the first time.
   * @param number tells people apart: nobody else comes from the same address; null for one's real address
   * @throws RefusedError
   */
  static async arrive(http: Http, traffic: Traffic, number: number | null): Promise<Guest> {
    return (await Guest.#first(http, traffic, number, '/api/session', {})).guest;
  }

  /**
   * Comes to the server for the first time by the link of a table, to watch: the first request asks for the seat.
   * @param number as in `arrive`
   * @throws RefusedError
   */
  static async arriveAt(
    http: Http,
    traffic: Traffic,
    number: number,
    code: string,
  ): Promise<Room<WireTable>> {
    const wish = { wantsSeat: false, protocol: PROTOCOL, withSession: true };
    const { guest, body } = await Guest.#first(http, traffic, number, `/api/tables/${code}/seat`, wish);
    return guest.#take((body as { readonly reservation: Reservation }).reservation);
  }

  /** The first request of somebody: it makes their session. */
  static async #first(http: Http, traffic: Traffic, number: number | null, path: string, wish: object) {
    const n = (number ?? 0) % ADDRESSES;
    const address = number === null ? '' : `10.${n >> 16}.${(n >> 8) & 255}.${n & 255}`;
    const { headers, body } = await http.call({ cookie: '', address }, 'POST', path, wish);
    const cookie = (headers['set-cookie'] ?? []).map((line) => line.split(';', 1)[0]).join('; ');
    const { player } = body as { readonly player: Player };
    return { guest: new Guest(http, traffic, address, cookie, player), body };
  }

  /** @throws RefusedError */
  async post(path: string, body: object): Promise<unknown> {
    return (await this.#http.call(this, 'POST', path, body)).body;
  }

  /** @throws RefusedError */
  async get(path: string): Promise<unknown> {
    return (await this.#http.call(this, 'GET', path)).body;
  }

  async takeName(name: string): Promise<void> {
    await this.#http.call(this, 'PATCH', '/api/me', { name });
  }

  async makeTable(game: string): Promise<string> {
    const made = await this.post('/api/tables', { visibility: 'private', game });
    return (made as { readonly code: string }).code;
  }

  sit(code: string, wantsSeat: boolean): Promise<Room<WireTable>> {
    return this.#open(`/api/tables/${code}/seat`, { wantsSeat, protocol: PROTOCOL });
  }

  async makeLobby(name: string): Promise<string> {
    try {
      await this.post('/api/chat/lobbies', { name, title: 'Load test', topic: '', language: '' });
    } catch (error) {
      if (!(error instanceof RefusedError && error.code === 'lobby_taken')) throw error;
    }
    return `lobby-${name}`;
  }

  talk(conversation: string): Promise<Room<WireConversation>> {
    return this.#open(`/api/chat/${conversation}/seat`, { protocol: PROTOCOL });
  }

  openInbox(): Promise<Room<WireInbox>> {
    return this.#open('/api/chat/inbox/seat', { protocol: PROTOCOL });
  }

  async #open<S>(path: string, wish: object): Promise<Room<S>> {
    const { reservation } = (await this.post(path, wish)) as { readonly reservation: Reservation };
    return this.#take(reservation);
  }

  #take<S>(reservation: Reservation): Promise<Room<S>> {
    const { url, patienceMs } = this.#http;
    const { cookie, address } = this;
    return Room.open<S>({ url, cookie, address, reservation, patienceMs }, this.#traffic);
  }
}
