import { type Asker, Http, type HttpAnswer, RefusedError } from '../../loadtest/client/http.ts';

/** How long an answer may take before a client takes the way to it for dead, ms: as in `client/net`. */
export const ANSWER_MS = 4_000;
/** How long nobody goes through a door behind which nobody answered, ms. */
const AVOIDED_MS = 5_000;

/** One process, as it is reached over HTTP. */
interface Door {
  readonly http: Http;
  avoidedUntil: number;
}

/** The processes of one server, as clients reach them: any of them over HTTP, the one that has a room over a socket. */
export class Doors {
  readonly #doors: readonly Door[];
  readonly #sockets: ReadonlyMap<string, URL>;

  /** @param urls where each process listens, by its name */
  constructor(urls: ReadonlyMap<string, string>) {
    this.#doors = [...urls.values()].map((url) => ({ http: new Http(url, ANSWER_MS), avoidedUntil: 0 }));
    this.#sockets = new Map([...urls].map(([name, url]) => [name, new URL(url)]));
  }

  /**
   * One request, to the process that this person comes to first, or to the next one that can be connected to.
   * @param first counts from 0, over the processes
   * @throws RefusedError
   */
  async call(asker: Asker, first: number, method: string, path: string, body?: object): Promise<HttpAnswer> {
    const now = performance.now();
    const inTurn = this.#doors.map((_, index) => this.#doors[(first + index) % this.#doors.length]!);
    const open = inTurn.filter(({ avoidedUntil }) => avoidedUntil <= now);
    let trouble: unknown;
    for (const door of open.length > 0 ? open : inTurn) {
      try {
        return await door.http.call(asker, method, path, body);
      } catch (error) {
        trouble = error;
        if (!(error instanceof RefusedError)) throw error;
        if (error.code === 'no_answer') door.avoidedUntil = performance.now() + AVOIDED_MS;
        // It did not get through to anybody: the next one may be asked the same.
        if (error.code !== 'no_connection') throw error;
      }
    }
    throw trouble;
  }

  /** Where sockets for the rooms of a process go. @throws Error for a name that none of them has */
  socketOf(process: string): URL {
    const url = this.#sockets.get(process);
    if (!url) throw new Error(`There is no process ${process}`);
    return url;
  }

  close(): void {
    for (const { http } of this.#doors) http.close();
  }
}
