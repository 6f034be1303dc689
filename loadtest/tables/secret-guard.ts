import type { Secrets } from '../games/played-game.ts';

/**
 * Watches over what one person's picture shows of secrets. A decoder remembers a secret that was theirs to see, since the
 * server does not take it back; any other is one too many.
 */
export class SecretGuard<G> {
  readonly #secrets: Secrets<G> | null;
  #own: string | null = null;

  /** @param secrets null for a game that has none */
  constructor(secrets: Secrets<G> | null) {
    this.#secrets = secrets;
  }

  /** Whether this picture shows a secret that somebody in this seat must not see; null for somebody without a seat. */
  isLeakedIn(game: G, seat: number | null): boolean {
    const secret = this.#secrets?.shownIn(game, seat) ?? null;
    if (secret === null) return false;
    if (!this.#secrets?.mayBeSeen(game, seat)) return secret !== this.#own;
    this.#own = secret;
    return false;
  }
}
