import { type Asker, RefusedError } from '../../loadtest/client/http.ts';
import type { Traffic } from '../../loadtest/client/room.ts';
import type { Doors } from './doors.ts';

/** How long somebody waits before they ask again for what could not be done now, ms. */
const AGAIN_MS = 200;
/** What passes by itself. */
const PASSING: readonly string[] = [
  'unavailable',
  'busy',
  'no_connection',
  'no_answer',
  'http_502',
  'http_503',
];

/** Somebody with a browser, at a server of several processes. */
export class Person implements Asker {
  doors: Doors;
  readonly address: string;
  /** Which of the processes they ask first. */
  readonly home: number;
  readonly traffic: Traffic = { frames: 0, bytes: 0 };
  /** Every frame that came over their sockets; nothing is kept of people in a large crowd. */
  readonly heard: Buffer[] = [];
  cookie = '';
  id = '';

  private constructor(doors: Doors, number: number, home: number) {
    this.doors = doors;
    this.home = home;
    this.address = `10.${number >> 16}.${(number >> 8) & 255}.${number & 255}`;
  }

  /** Comes for the first time. @param number nobody else has it */
  static async arrive(doors: Doors, number: number, home = number): Promise<Person> {
    const person = new Person(doors, number, home);
    const { headers, body } = await doors.call(person, home, 'POST', '/api/session', {});
    person.cookie = (headers['set-cookie'] ?? []).map((line) => line.split(';', 1)[0]).join('; ');
    person.id = (body as { readonly player: { readonly id: string } }).player.id;
    return person;
  }

  /** @throws RefusedError */
  async ask(method: 'GET' | 'POST' | 'PATCH', path: string, body?: object): Promise<unknown> {
    return (await this.doors.call(this, this.home, method, path, body)).body;
  }

  /** Asks until it is not a bad moment any more. @throws RefusedError for any other reason */
  async askPatiently(method: 'GET' | 'POST' | 'PATCH', path: string, body?: object): Promise<unknown> {
    for (let tries = 0; ; tries++) {
      try {
        return await this.ask(method, path, body);
      } catch (error) {
        const isPassing = error instanceof RefusedError && PASSING.includes(error.code);
        if (!isPassing || tries > 50) throw error;
        await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
      }
    }
  }
}
