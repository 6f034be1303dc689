/** Waits between tries to get a room back, ms; the last one repeats. Each is spread by ± 50 %. */
const WAITS_MS = [0, 250, 500, 1_000, 2_000];
/** The same to get to where a room is going. */
const MOVING_WAITS_MS = [0, 100, 250];
/** A room that was live for so long was no mistake, ms: when it is lost, the next try is made at once. */
const STEADY_MS = 5_000;

/**
 * How long to wait before each try. The first is made at once; the waits grow over tries that lead nowhere, and over
 * rooms that are lost as soon as they are found, so that nobody who is sent to a wrong place asks without end.
 */
export class Retries {
  #tries = 0;
  #liveAt: number | null = null;

  /** The wait before the next try, ms. @param chance 0 to 1 @param isMoving the room is known to go to another process */
  next(chance: number, isMoving = false): number {
    const waits = isMoving ? MOVING_WAITS_MS : WAITS_MS;
    const wait = waits[Math.min(this.#tries++, waits.length - 1)]!;
    return wait * (0.5 + chance);
  }

  /** There is a live room. @param now ms, of a clock that only goes forward */
  live(now: number): void {
    this.#liveAt = now;
  }

  /** It is lost. */
  lost(now: number): void {
    if (this.#liveAt !== null && now - this.#liveAt >= STEADY_MS) this.reset();
    this.#liveAt = null;
  }

  /** Something else is tried, or on another wish. */
  reset(): void {
    this.#tries = 0;
  }
}
