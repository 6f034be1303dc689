import type { PlayedGame } from '../games/played-game.ts';

/**
 * Watches over what one person's picture shows of secrets. A decoder remembers a secret that was theirs to see, since the
 * server does not take it back; any other is one too many.
 */
export class SecretGuard<S> {
  readonly #game: PlayedGame<S>;
  #own: string | null = null;

  constructor(game: PlayedGame<S>) {
    this.#game = game;
  }

  /** Whether this state shows a secret that somebody in this seat must not see; null for a seat that is none. */
  isLeakedIn(state: S, seat: number | null): boolean {
    const secret = this.#game.secretIn(state);
    if (secret === null) return false;
    if (!this.#game.maySeeSecret(state, seat)) return secret !== this.#own;
    this.#own = secret;
    return false;
  }
}
