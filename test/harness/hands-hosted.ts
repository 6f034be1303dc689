import { type SchemaType, schema, t } from '@colyseus/schema';
import { z } from 'zod';
import type { HostedGame } from '../../server/rooms/tables/hosted-game.ts';
import { mirrorList } from '../../server/schema/turns.ts';
import type { GameAbout } from '../../shared/core/about.ts';
import { type SeatId, seatId } from '../../shared/core/ids.ts';
import { itemsOf, type ReadGame, type WireList, type WireMap } from '../../shared/protocol/wire.ts';
import {
  type Deal,
  type HandsCommand,
  type HandsEvent,
  type HandsState,
  type HandsView,
  handsGame,
} from './hands-game.ts';

const HandState = schema({ round: t.uint8(), cards: t.array('uint32') }, 'HandState');
const HandsWire = schema(
  {
    round: t.uint8().default(0),
    order: t.array('uint16'),
    ready: t.array('uint16'),
    hands: t.map(HandState).view(),
  },
  'HandsState',
);
type HandsWire = SchemaType<typeof HandsWire>;

/** What a table of this game adds to the wire. */
export interface WireHands {
  readonly round: number;
  readonly order: WireList<number>;
  readonly ready: WireList<number>;
  readonly hands?: WireMap<{ readonly cards: WireList<number> }> | undefined;
}

export const handsAbout: GameAbout = {
  name: 'hands',
  title: 'Hands',
  minSeats: 2,
  maxSeats: 6,
  quickBots: 1,
  slogan: ['Draw.', 'Keep it.'],
  line: 'Everybody keeps something to themselves.',
};

/** The game of `handsGame` in rooms. */
export const hostedHands = (
  deal: Deal,
): HostedGame<HandsState, HandsCommand, HandsEvent, HandsView, HandsWire> => ({
  rules: handsGame(deal),
  moveSchema: z.union([
    z.strictObject({ type: z.literal('draw') }),
    z.strictObject({ type: z.literal('ready') }),
  ]),
  optionsSchema: z.null(),
  defaultOptions: null,
  refusals: {},
  bot: {
    isWaitedFor: ({ ready }, me) => !ready.includes(me),
    newMind: () => ({ move: () => ({ type: 'ready' }) }),
    delayMs: () => 10,
  },
  State: HandsWire,
  mirror(state, view) {
    state.round = view.round;
    mirrorList(state.order, view.order);
    mirrorList(state.ready, view.ready);
  },
  progress: ({ round }) => ({ unit: 'round', now: round }),
  secretSeats: ({ order }) => order,
  writeSecret(state, seat, { hand, round }) {
    if (hand === null) return null;
    const key = String(seat);
    const known = state.hands.get(key);
    const secret = known?.round === round ? known : new HandState({ round });
    mirrorList(secret.cards, hand);
    if (secret !== known) state.hands.set(key, secret);
    return secret;
  },
});

/** Every hand that a wire holds, whoever looks, by seat. */
export const handsOnTheWire = ({ hands }: WireHands): [SeatId, number[]][] => {
  const found: [SeatId, number[]][] = [];
  hands?.forEach((hand, key) => {
    found.push([seatId(Number(key)), itemsOf(hand.cards)]);
  });
  return found;
};

export const readHands: ReadGame<WireHands, HandsView> = (wire, me) => ({
  round: wire.round,
  order: itemsOf(wire.order).map(seatId),
  ready: itemsOf(wire.ready).map(seatId),
  hand: handsOnTheWire(wire).find(([seat]) => seat === me)?.[1] ?? null,
});
