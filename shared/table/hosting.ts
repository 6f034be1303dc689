import type { PlayerId, SeatId } from '../core/ids.ts';
import { seatLimits } from '../core/rules.ts';
import type { Draft, Step } from './draft.ts';
import type { TableOnlyCommand } from './types.ts';

/** What a host sets at a table besides the game and its options. */
export type HostCommand = Extract<
  TableOnlyCommand,
  {
    type: 'setOptions' | 'makeHost' | 'moveSeat' | 'pause' | 'goOn' | 'setLock' | 'letBackIn' | 'setLanguage';
  }
>;

/** Carries out what a host sets, in the middle of a decision. */
export class Hosting<S, C extends { readonly type: string }, E, V> {
  readonly #draft: Draft<S, C, E, V>;

  constructor(draft: Draft<S, C, E, V>) {
    this.#draft = draft;
  }

  /** Refusals: `no_change`, `game_running`, `no_game`, `unknown_seat`, `unknown_person`, `too_many_players`. */
  decide(command: HostCommand): Step {
    const { state } = this.#draft;
    switch (command.type) {
      case 'setOptions':
        return this.#setOptions(command.options);
      case 'makeHost':
        return this.#makeHost(command.seat);
      case 'pause':
        return this.#pause();
      case 'goOn':
        return state.pausedSince === null ? { code: 'no_change' } : this.goOn();
      case 'moveSeat':
        return this.#moveSeat(command.seat, command.place);
      case 'letBackIn':
        return this.#letBackIn(command.player);
      case 'setLock':
        if (state.isLocked === command.isLocked) return { code: 'no_change' };
        this.#draft.add({ type: 'lockChanged', isLocked: command.isLocked });
        return null;
      case 'setLanguage':
        if (state.phase === 'playing') return { code: 'game_running' };
        if (state.language === command.language) return { code: 'no_change' };
        this.#draft.add({ type: 'languageChanged', language: command.language });
        return null;
    }
  }

  /**
   * From now on a password is asked for, another one or none. Refusals: `not_host`, `public_table`, since anybody finds
   * such a table, `no_change`.
   */
  setPassword(by: SeatId, hash: string | null): Step {
    const { host, visibility, password } = this.#draft.state;
    if (by !== host) return { code: this.#draft.seat(by) ? 'not_host' : 'not_seated' };
    if (visibility === 'public') return { code: 'public_table' };
    if (hash === password) return { code: 'no_change' };
    this.#draft.add({ type: 'passwordChanged', hash });
    return null;
  }

  /** A game that is held goes on. */
  goOn(): null {
    if (this.#draft.state.pausedSince !== null) this.#draft.add({ type: 'wentOn', at: this.#draft.ctx.now });
    return null;
  }

  /** Options with which those who sit here could not all play are refused. */
  #setOptions(options: unknown): Step {
    const { phase, seats } = this.#draft.state;
    if (phase === 'playing') return { code: 'game_running' };
    const { max } = seatLimits(this.#draft.game, options);
    if (seats.length > max) return { code: 'too_many_players', detail: String(max) };
    this.#draft.add({ type: 'optionsChanged', options });
    return null;
  }

  #makeHost(seat: SeatId): Step {
    if (this.#draft.seat(seat)?.kind !== 'human') return { code: 'unknown_seat' };
    if (seat === this.#draft.state.host) return { code: 'no_change' };
    this.#draft.add({ type: 'hostChanged', seat });
    return null;
  }

  #pause(): Step {
    const { phase, pausedSince } = this.#draft.state;
    if (phase !== 'playing') return { code: 'no_game' };
    if (pausedSince !== null) return { code: 'no_change' };
    this.#draft.add({ type: 'paused', at: this.#draft.ctx.now });
    return null;
  }

  /** During a game it says whether it can go on in another order. */
  #moveSeat(seat: SeatId, place: number): Step {
    const { phase, seats } = this.#draft.state;
    const before = seats.map(({ id }) => id);
    if (!before.includes(seat)) return { code: 'unknown_seat' };
    const order = before.filter((id) => id !== seat).toSpliced(place, 0, seat);
    if (order.every((id, index) => id === before[index])) return { code: 'no_change' };
    const refusal =
      phase === 'playing' ? this.#draft.play({ kind: 'system' }, { type: 'reorder', order }) : null;
    if (refusal) return refusal;
    this.#draft.add({ type: 'seatsOrdered', order });
    return null;
  }

  #letBackIn(player: PlayerId): Step {
    if (this.#draft.state.removed.every(({ id }) => id !== player)) return { code: 'unknown_person' };
    this.#draft.add({ type: 'personLetBackIn', player });
    return null;
  }
}
