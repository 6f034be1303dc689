import type { ComponentChildren } from 'preact';
import type { TurnView } from '../../shared/turns/turn-game.ts';
import { Dock } from '../dom/game/Dock.tsx';
import { WaitDock } from '../dom/game/WaitDock.tsx';
import { useTableOf } from '../dom/table/context.ts';
import type { Move } from '../net/types.ts';
import { faceOf, type MySeat } from '../store/faces.ts';
import type { GameWords, OptionField, Played, Sentence } from './game.ts';

/** The view of any game in which one after the other moves. */
type Turns = TurnView<unknown, unknown>;

/** Whom a game of turns waits for, what is done for the absent, and who moves when. */
export const turnWords: Pick<GameWords<Turns>, 'wait' | 'absence' | 'leaving' | 'players'> = {
  wait: ({ game: { turn, until, spanMs } }) => ({ seats: turn === null ? [] : [turn], until, spanMs }),
  absence: { graceMs: null, word: 'chance moves' },
  leaving: 'The game ends, and you lose it.',
  players: ({ game: { order, turn } }) =>
    order.map((seat) => ({ seat, status: turn === seat ? 'to move' : 'waiting', score: null })),
};

/** Whose turn it is, for the row above the board. @param about in small */
export function turnSentence(view: Played<Turns>, me: MySeat, about: string): Sentence {
  const { turn } = view.game;
  if (turn === null) return { now: '', about: '', large: 'The game is over' };
  const { isMine, name, awaySince } = faceOf(view, turn, me);
  const theirs = `${name} is ${awaySince === null ? 'thinking' : 'away'}`;
  return { now: '', about, large: isMine ? 'Your turn' : theirs };
}

/** How long a turn is: the option `timers` with a normal length, in seconds, twice that, and none. */
export const turnTimers = (seconds: number): OptionField => ({
  key: 'timers',
  label: 'Timers',
  standard: 'normal',
  choices: [
    { value: 'normal', label: 'Normal', help: `${seconds} s for each turn` },
    { value: 'slow', label: 'Slow', help: 'twice as long' },
    { value: 'off', label: 'Off', help: 'no clock; the host may skip a turn' },
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
  if (turn === null) return <WaitDock line="The game is over." detail="" />;
  if (turn !== me)
    return <WaitDock line={`Waiting for ${faceOf(view, turn, me).name}.`} detail="Then it is your turn." />;
  return (
    <Dock
      label="Your turn"
      line={line}
      detail={until === null ? 'Take your time.' : 'When the time is up, chance moves for you.'}
    >
      {keys && <span class="small soft desk dock-hint">{keys}</span>}
      {children}
    </Dock>
  );
}
