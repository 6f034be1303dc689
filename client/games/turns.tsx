import type { ComponentChildren } from 'preact';
import type { TurnView } from '../../shared/turns/turn-game.ts';
import { Dock } from '../dom/game/Dock.tsx';
import { WaitDock } from '../dom/game/WaitDock.tsx';
import { useTableOf } from '../dom/table/context.ts';
import { turnText as text } from '../i18n/turns/index.ts';
import type { Move } from '../net/types.ts';
import { faceOf, type MySeat } from '../store/faces.ts';
import type { GameWords, OptionField, Played, Sentence } from './game.ts';

/** The view of any game in which one after the other moves. */
type Turns = TurnView<unknown, unknown>;

/** Whom a game of turns waits for, what is done for the absent, and who moves when. */
export const turnWords = (): Pick<GameWords<Turns>, 'wait' | 'absence' | 'leaving' | 'players'> => ({
  wait: ({ game: { turn, since, until, spanMs } }) => ({
    seats: turn === null ? [] : [turn],
    since: until === null || spanMs === null ? since : until - spanMs,
    until,
    spanMs,
  }),
  absence: { graceMs: null, soon: text.chanceMovesIn, status: text.awayChanceMovesIn },
  leaving: text.leaving,
  players: ({ game: { order, turn } }) =>
    order.map((seat) => ({ seat, status: turn === seat ? text.toMove : text.waiting, score: null })),
});

/** Whose turn it is, for the row above the board. @param about in small */
export function turnSentence(view: Played<Turns>, me: MySeat, about: string): Sentence {
  const { turn } = view.game;
  if (turn === null) return { now: '', about: '', large: text.over };
  const { isMine, name, awaySince } = faceOf(view, turn, me);
  const theirs = awaySince === null ? text.isThinking(name) : text.isAway(name);
  return { now: '', about, large: isMine ? text.yourTurn : theirs };
}

/** How long a turn is: the option `timers` with a normal length, in seconds, twice that, and none. */
export const turnTimers = (seconds: number): OptionField => ({
  key: 'timers',
  label: text.timers,
  standard: 'normal',
  choices: [
    { value: 'normal', label: text.normal, help: text.secondsEach(seconds) },
    { value: 'slow', label: text.slow, help: text.twiceAsLong },
    { value: 'off', label: text.off, help: text.noClock },
  ],
});

interface DockProps {
  readonly line: string;
  /** By which keys, where the board takes the move. */
  readonly keys?: string;
  /** Buttons, where the dock takes it. */
  readonly children?: ComponentChildren;
}

/** Under the board: what whoever's turn it is can do, or who is waited for. */
export function TurnDock({ line, keys, children }: DockProps) {
  const { view, me } = useTableOf<Turns, Move>();
  const { turn, until } = view.game;
  if (turn === null) return <WaitDock line={text.gameIsOver} detail="" />;
  if (turn !== me)
    return <WaitDock line={text.waitingFor(faceOf(view, turn, me).name)} detail={text.thenYourTurn} />;
  return (
    <Dock
      label={text.yourTurn}
      line={line}
      detail={until === null ? text.takeYourTime : text.chanceMovesForYou}
    >
      {keys && <span class="small soft desk dock-hint">{keys}</span>}
      {children}
    </Dock>
  );
}
