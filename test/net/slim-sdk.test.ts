import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GameCommand, GameView } from '../../shared/games/color-clues/types.ts';
import { readGame, type WireGame } from '../../shared/games/color-clues/wire.ts';
import { WINDOW, type WireConversation } from '../../shared/protocol/chat-wire.ts';
import { readTable, type WireTable } from '../../shared/protocol/wire.ts';
import type { TableView } from '../../shared/table/types.ts';
import { ANSWER_MS } from '../harness/chat-reading.ts';
import { Product } from '../harness/product.ts';
import { loadSlimSdk, type SlimSdk } from '../harness/slim-sdk.ts';
import { PageSocket, Twins } from '../harness/slim-twins.ts';
import { until } from '../harness/until.ts';
import { Visitor } from '../harness/visitor.ts';

let product: Product;
let slim: SlimSdk;
beforeAll(async () => {
  const { WebSocket: original } = globalThis;
  globalThis.WebSocket = PageSocket as typeof WebSocket;
  slim = await loadSlimSdk();
  globalThis.WebSocket = original;
  product = await Product.start({ BOT_PACE: '0', LIMIT_SESSIONS_PER_ADDRESS: '1000' });
});
afterAll(() => product.stop());

const post = async (visitor: Visitor, path: string, body: object) => {
  const answer = await visitor.call(path, { method: 'POST', body });
  expect(answer.status, answer.text).toBeLessThan(300);
  return JSON.parse(answer.text);
};

/** The slim SDK of somebody with a name, in the lobby. */
async function enterLobby(name: string): Promise<Twins> {
  const visitor = await Visitor.arrive(product);
  const { status } = await visitor.call('/api/me', { method: 'PATCH', body: { name } });
  expect(status).toBe(200);
  const { reservation } = await post(visitor, '/api/chat/lobby-lobby/seat', { protocol: [1, 1] });
  return Twins.join(slim, visitor, reservation);
}

const writing = (text: string) => ({ type: 'post', text, replyTo: null, mentions: [], table: null });

function textsSeenBy({ room }: Twins): string[] {
  const texts: string[] = [];
  (room.state as WireConversation).messages.forEach(({ text }) => {
    texts.push(text);
  });
  return texts;
}

const CLUES = ['moss', 'lagoon', 'ember', 'velvet', 'gravel', 'brick', 'harbor', 'saffron'];

/** What the rules want from this person now; null for nothing. */
function turnOf({ game, seats }: TableView<GameView>, me: string, turn: number): GameCommand | null {
  const seat = seats.find(({ person }) => person.id === me)?.id;
  if (!game || seat === undefined) return null;
  const isGiver = game.giver === seat;
  if (game.stage === 'clue' && isGiver && game.secret) {
    return { type: 'giveClue', cell: game.secret.card[0], text: CLUES[turn % CLUES.length]! };
  }
  if (game.stage === 'clue2' && isGiver) return { type: 'skipSecondClue' };
  if (game.stage === 'place' && game.queue[0] === seat) return { type: 'placeMarker', cell: turn * 7 };
  const isReady = game.players.find((player) => player.seat === seat)?.isReady;
  return game.stage === 'reveal' && !isReady ? { type: 'ready' } : null;
}

describe('the slim SDK', () => {
  it('plays a whole game with bots, and sees it as the whole SDK does', async () => {
    const visitor = await Visitor.arrive(product);
    const { code } = await post(visitor, '/api/tables', { visibility: 'private' });
    const ana = await Twins.join(slim, visitor, await visitor.seat(code));
    const table = () => readTable(ana.room.state as WireTable<WireGame>, null, readGame);
    expect(await ana.say({ type: 'play', move: { type: 'ready' } })).toBe('no_game');
    for (let bots = 0; bots < 2; bots++) expect(await ana.say({ type: 'addBot' })).toBeTypeOf('number');
    expect(
      await ana.say({ type: 'setOptions', options: { timers: 'off', turns: 1, clueCheck: 'off' } }),
    ).toBeTypeOf('number');
    expect(await ana.say({ type: 'start' })).toBeTypeOf('number');
    let turn = 0;
    await until(
      async () => {
        ana.expectSame();
        const wire = ana.room.state as WireTable<WireGame>;
        const mine = table().seats.find(({ person }) => person.id === visitor.id)!.id;
        const move = turnOf(readTable(wire, mine, readGame), visitor.id, turn);
        if (move) {
          turn++;
          await ana.say({ type: 'play', move });
        }
        return table().phase === 'over';
      },
      'the end of the game',
      60_000,
    );
    ana.expectSame();
    expect(table().game?.history.length).toBe(3);
    ana.room.connection.close();
  });

  it('talks in a lobby, and sees it as the whole SDK does', async () => {
    const people: Twins[] = [];
    for (let i = 0; i < 8; i++) people.push(await enterLobby(`Twin ${i}`));
    const [ana, ben] = people as [Twins, Twins];
    // More than the state holds: the oldest go.
    const written: (number | string)[] = [];
    for (const [index, each] of people.entries()) {
      await each.room.request('typing', {}, { timeout: ANSWER_MS });
      for (let i = 0; i < 7; i++) written.push(await each.say(writing(`message ${index}.${i} 🎨 é`)));
    }
    expect(written.every((seq) => typeof seq === 'number')).toBe(true);
    expect(await ana.say(writing('x'.repeat(1_000)))).toBe('text_too_long');
    expect(await ben.say({ type: 'react', target: written.at(-1), emoji: '👍' })).toBeTypeOf('number');
    expect(await ben.say({ type: 'delete', target: written[13] })).toBeTypeOf('number');
    const edited = { type: 'edit', target: written[0], text: 'first of all', mentions: [] };
    expect(await ana.say(edited)).toBeTypeOf('number');
    for (const each of people) {
      await until(() => JSON.stringify(each.said).includes('first of all'), 'the old message that changed');
      expect(textsSeenBy(each)).toHaveLength(WINDOW);
      each.expectSame();
    }
    for (const each of people.slice(1)) each.room.connection.close();
    await until(() => (ana.room.state as WireConversation).online === 1, 'everybody else to go');
    ana.expectSame();
    ana.room.connection.close();
  });
});
