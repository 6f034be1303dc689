import WebSocket from 'ws';
import { seatId } from '../../shared/core/ids.ts';
import { colorClues } from '../../shared/games/color-clues/rules.ts';
import type { GameState } from '../../shared/games/color-clues/state.ts';
import type { GameEvent, GameView } from '../../shared/games/color-clues/types.ts';
import { STAGES, type WireGame } from '../../shared/games/color-clues/wire.ts';
import { PHASES, type WireTable } from '../../shared/protocol/wire.ts';
import type { TableState } from '../../shared/table/state.ts';
import { tableFor } from '../../shared/table/table.ts';
import type { TableEvent, TableView } from '../../shared/table/types.ts';
import type { Answer, Connection, PlayingGuest } from '../client/connection.ts';
import type { Traffic } from '../client/room.ts';

const rules = tableFor(colorClues);

/** What `ws-server.ts` says. */
type Said =
  | { readonly type: 'welcome'; readonly seat: number; readonly state: TableState<GameState> }
  | { readonly type: 'change'; readonly events: readonly TableEvent<GameEvent>[] }
  | { readonly type: 'answer'; readonly id: string; readonly refusal: string | null; readonly seq: number };

/** Somebody at the hand-written server: no session, no seat to ask for, one socket. */
export class PlainGuest implements PlayingGuest {
  readonly id: string;
  readonly #url: URL;
  readonly #traffic: Traffic;

  constructor(url: URL, traffic: Traffic, number: number) {
    this.id = `person-${number}`;
    this.#url = url;
    this.#traffic = traffic;
  }

  async makeTable(): Promise<string> {
    return `table-${this.id}`;
  }

  async sit<S>(code: string): Promise<Connection<S>> {
    const table = await PlainTable.open(`ws://${this.#url.host}/${code}/${this.id}`, this.#traffic);
    // The only state that this server has is that of a table.
    return table as unknown as Connection<S>;
  }
}

/** A table at the hand-written server: folds the events it is sent, and shows the result as a decoder would. */
class PlainTable implements Connection<WireTable<WireGame>> {
  onState: (bytes: number) => void = () => {};
  onLost: (code: number) => void = () => {};
  readonly #socket: WebSocket;
  readonly #traffic: Traffic;
  readonly #waiting = new Map<string, (answer: Answer) => void>();
  #table: TableState<GameState> = rules.initial;
  #seat = seatId(0);
  #state: WireTable<WireGame> | null = null;
  #isClosing = false;

  private constructor(socket: WebSocket, traffic: Traffic) {
    this.#socket = socket;
    this.#traffic = traffic;
  }

  static open(address: string, traffic: Traffic): Promise<PlainTable> {
    const socket = new WebSocket(address, { perMessageDeflate: false, skipUTF8Validation: true });
    const table = new PlainTable(socket, traffic);
    return new Promise((resolve, reject) => {
      socket.on('error', reject);
      socket.on('close', (code) => {
        for (const done of table.#waiting.values()) done({ code: 'closed', seq: 0 });
        if (!table.#isClosing) table.onLost(code);
      });
      socket.on('message', (frame: Buffer) => table.#take(frame, () => resolve(table)));
    });
  }

  get state(): WireTable<WireGame> {
    this.#state ??= wireOf(rules.view(this.#table, { kind: 'seat', seat: this.#seat }));
    return this.#state;
  }

  ask(_type: string, payload: unknown, done: (answer: Answer) => void): void {
    this.#waiting.set((payload as { readonly id: string }).id, done);
    this.#socket.send(JSON.stringify(payload));
  }

  close(): void {
    this.#isClosing = true;
    this.#socket.terminate();
  }

  #take(frame: Buffer, opened: () => void): void {
    this.#traffic.frames++;
    this.#traffic.bytes += frame.length;
    const said = JSON.parse(frame.toString()) as Said;
    switch (said.type) {
      case 'welcome':
        this.#seat = seatId(said.seat);
        this.#table = said.state;
        opened();
        return;
      case 'change':
        this.#table = said.events.reduce(rules.evolve, this.#table);
        this.#state = null;
        this.onState(frame.length);
        return;
      case 'answer':
        this.#waiting.get(said.id)?.({ code: said.refusal, seq: said.seq });
        this.#waiting.delete(said.id);
    }
  }
}

/** A view in the structure that the product's decoder gives, as far as whoever plays looks at it. */
function wireOf(view: TableView<GameView>): WireTable<WireGame> {
  return {
    epochMs: 1,
    name: view.name,
    isPrivate: true,
    phase: PHASES.indexOf(view.phase),
    host: view.host ?? 0,
    options: '{}',
    seats: new Map(
      view.seats.map(({ id, person }, index) => [
        String(id),
        { index, isBot: false, playerId: person.id, name: person.name, marker: 0, awaySince: 0 },
      ]),
    ),
    queue: [],
    leavers: [],
    game: view.game ? wireGameOf(view.game) : undefined,
    gameNumber: view.gameNumber,
  };
}

function wireGameOf(game: GameView): WireGame {
  return {
    stage: STAGES.indexOf(game.stage),
    pass: game.pass,
    round: game.round,
    rounds: game.rounds,
    giver: game.giver,
    giverFactor: game.giverFactor,
    isRetry: game.isRetry,
    isCondemned: game.isCondemned,
    queue: String.fromCodePoint(...game.queue),
    queueDone: 0,
    clue1: game.clues[0] ?? '',
    clue2: game.clues[1] ?? '',
    until: 0,
    spanMs: 0,
    target: game.target ?? -1,
    players: new Map(
      game.players.map((player, index) => [
        String(player.seat),
        {
          index,
          score: player.score,
          gain: player.gain ?? -1,
          first: player.markers[0] ?? -1,
          second: player.markers[1] ?? -1,
          isReady: player.isReady,
          isChallenging: player.isChallenging,
          place: player.place ?? 0,
        },
      ]),
    ),
    history: [],
    secret: game.secret
      ? { card: [...game.secret.card], target: game.secret.target ?? -1, warning: '' }
      : undefined,
    promise: '',
  };
}
